#include "redistributiondialog.h"

#include "loadmodel.h"
#include "loadview.h"
#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"
#include "ui/common/theme.h"
#include "ui/dialogs/formfields.h"
#include "ui/words/deskcontext.h"

#include <QComboBox>
#include <QPushButton>
#include <QSpinBox>

namespace {

// Everybody to whom cases of these departments may go, and who left with cases in hand.
QList<TeamClerk> teamOf(const DeskContext &context, const QList<DepartmentId> &departments)
{
    QList<Colleague> people = context.session().colleagues;
    const auto self = [&](const Colleague &one) { return one.id == context.clerk().id; };
    if (std::none_of(people.begin(), people.end(), self))
        people.append(context.clerk());
    std::sort(people.begin(), people.end(), [](const Colleague &one, const Colleague &other) {
        return QString::localeAwareCompare(one.name, other.name) < 0;
    });
    QList<TeamClerk> team;
    for (const Colleague &person : std::as_const(people)) {
        const bool belongs = std::any_of(departments.begin(), departments.end(),
            [&](const DepartmentId &id) { return person.departments.contains(id); });
        if (belongs)
            team.append({ person.id, person.departments, person.disabled });
    }
    return team;
}

} // namespace

RedistributionDialog::RedistributionDialog(const SharedBoardRows &rows,
    const QList<DepartmentId> &departments, const DeskContext &context, QWidget *parent)
    : DialogFrame(tr("Redistribute cases"), {}, parent)
    , m_context(context)
    , m_trial(rows, departments, teamOf(context, departments), context.today())
    , m_model(new LoadModel(context, this))
    , m_view(new LoadView(m_model))
    , m_from(new QComboBox)
    , m_service(new QComboBox)
    , m_count(new QSpinBox)
    , m_to(new QComboBox)
    , m_plan(new WrappedLabel({}, TextRole::Small, Colour::Text2))
{
    QStringList names;
    for (const DepartmentId &id : departments)
        names.append(context.departmentName(id));
    setHeader(tr("Redistribute cases"), names.join(QStringLiteral(" · ")));
    m_model->setTrial(m_trial);
    buildFields();
    m_view->setAccessibleName(tr("Load of the team, before and after"));
    m_view->setObjectName(QStringLiteral("loads"));
    body()->addWidget(m_view, 1);
    m_plan->setObjectName(QStringLiteral("plan"));
    body()->addWidget(m_plan);
    setNote(tr("Nothing changes until you reassign. What nobody has begun moves first."),
        QStringLiteral("info"));
    addCancel();
    setPrimary(tr("Reassign"));
    connect(m_model, &LoadModel::dropped, this, &RedistributionDialog::onDropped);
    connect(m_view, &LoadView::absenceToggled, this, [this](int row) {
        m_trial.setAbsent(m_model->clerkAt(row), !m_model->isAbsent(row));
        refresh();
    });
    fillServices();
    refresh();
    const Theme &theme = Theme::of(this);
    const QSize room = parent ? parent->window()->size() * 9 / 10 : QSize(900, 640);
    resize(qMin(theme.scaled(1040), room.width()), qMin(theme.scaled(640), room.height()));
    m_from->setFocus();
}

void RedistributionDialog::buildFields()
{
    m_to->addItem(tr("Evenly to all who are there"), QString());
    for (int row = 0; row < m_model->rowCount(); ++row) {
        m_from->addItem(m_model->nameAt(row), m_model->clerkAt(row).text);
        if (row > 0)
            m_to->addItem(m_model->nameAt(row), m_model->clerkAt(row).text);
    }
    m_from->setObjectName(QStringLiteral("moveFrom"));
    m_service->setObjectName(QStringLiteral("moveService"));
    m_count->setObjectName(QStringLiteral("moveCount"));
    m_to->setObjectName(QStringLiteral("moveTo"));
    m_move = newButton(ButtonKind::Secondary, tr("Try it"), QStringLiteral("arrow-right-left"));
    m_move->setObjectName(QStringLiteral("move"));
    m_back = newButton(ButtonKind::Secondary, tr("Take back"), QStringLiteral("undo-2"));
    m_back->setObjectName(QStringLiteral("moveBack"));
    m_back->setShortcut(QKeySequence::Undo);
    auto *fields = new QWidget;
    auto *flow = new FlowLayout(fields, Space::medium);
    flow->setContentsMargins(0, 0, 0, 0);
    flow->addWidget(fieldBox(tr("Cases of"), m_from));
    flow->addWidget(fieldBox(tr("Service"), m_service));
    flow->addWidget(fieldBox(tr("Number"), m_count));
    flow->addWidget(fieldBox(tr("To"), m_to));
    auto *buttons = new QWidget;
    auto *row = new QHBoxLayout(buttons);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::small);
    row->addWidget(m_move);
    row->addWidget(m_back);
    flow->addWidget(fieldBox({}, buttons)); // in line with the fields
    m_count->setMinimumWidth(Theme::of(this).scaled(72));
    body()->addWidget(fields);
    connect(m_from, &QComboBox::currentIndexChanged, this, [this] {
        fillServices();
        updateMovable();
    });
    connect(m_service, &QComboBox::currentIndexChanged, this, &RedistributionDialog::updateMovable);
    connect(m_to, &QComboBox::currentIndexChanged, this, &RedistributionDialog::updateMovable);
    connect(m_move, &QPushButton::clicked, this, &RedistributionDialog::onMove);
    connect(m_back, &QPushButton::clicked, this, [this] {
        m_trial.takeBack();
        refresh();
    });
}

void RedistributionDialog::fillServices()
{
    const QSignalBlocker quiet(m_service);
    m_service->clear();
    m_service->addItem(tr("All services"), QString());
    for (const CaseTypeId &id : m_trial.services(wish().from))
        m_service->addItem(m_context.serviceName(id), id.text);
}

MoveWish RedistributionDialog::wish() const
{
    MoveWish wish;
    wish.from = ClerkId{ m_from->currentData().toString() };
    wish.to = ClerkId{ m_to->currentData().toString() };
    wish.service = CaseTypeId{ m_service->currentData().toString() };
    wish.count = m_count->value();
    return wish;
}

// The number proposed is what there is; of a colleague who is there, half.
void RedistributionDialog::updateMovable()
{
    const int movable = m_trial.movable(wish());
    const int row = m_from->currentIndex();
    const bool all = row == 0 || m_model->isAbsent(row);
    m_count->setRange(movable > 0 ? 1 : 0, movable);
    m_count->setValue(all ? movable : (movable + 1) / 2);
    m_move->setEnabled(movable > 0);
    m_move->setToolTip(movable > 0 ? QString() : tr("Nobody who is there may act on these cases."));
}

void RedistributionDialog::refresh()
{
    m_model->setTrial(m_trial);
    m_back->setEnabled(m_trial.canTakeBack());
    updateMovable();
    const int moving = int(m_trial.moves().size());
    setPrimary(tr("Reassign %n case(s)", nullptr, moving));
    primary()->setEnabled(moving > 0);
    const QStringList lines = summary();
    m_plan->setText(lines.isEmpty() ? tr("Nothing is planned yet.") : lines.join(u'\n'));
}

QStringList RedistributionDialog::summary() const
{
    QList<QPair<QPair<ClerkId, ClerkId>, int>> pairs;
    for (const CaseMove &move : m_trial.moves()) {
        const QPair<ClerkId, ClerkId> pair(move.from, move.to);
        const auto known = std::find_if(
            pairs.begin(), pairs.end(), [&](const auto &entry) { return entry.first == pair; });
        if (known != pairs.end())
            ++known->second;
        else
            pairs.append({ pair, 1 });
    }
    const auto name = [this](const ClerkId &id) {
        return id.isNull() ? tr("Not assigned") : m_context.clerkName(id);
    };
    QStringList lines;
    for (const auto &[pair, count] : std::as_const(pairs))
        lines.append(
            QStringLiteral("%1 → %2: %3")
                .arg(name(pair.first), name(pair.second), tr("%n case(s)", nullptr, count)));
    return lines;
}

void RedistributionDialog::onMove()
{
    m_trial.move(wish());
    fillServices();
    refresh();
}

// So many that both have the same afterwards, at least one.
void RedistributionDialog::onDropped(int fromRow, int toRow)
{
    m_from->setCurrentIndex(fromRow);
    m_to->setCurrentIndex(toRow); // row 0 is nobody here, everybody there
    const QList<ClerkLoad> loads = m_trial.after();
    const int half = (loads[fromRow].open - loads[toRow].open + 1) / 2;
    const bool all = fromRow == 0 || m_model->isAbsent(fromRow);
    m_count->setValue(all ? m_count->maximum() : qMax(1, half));
    onMove();
}
