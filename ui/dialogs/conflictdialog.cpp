#include "conflictdialog.h"

#include "casedialogs.h"
#include "models/domain/wire.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"
#include "ui/words/casewords.h"
#include "ui/words/deskcontext.h"
#include "ui/words/errortext.h"

#include <QHBoxLayout>
#include <QJsonObject>
#include <QPushButton>
#include <QRadioButton>

namespace {

QString feeWord(const QString &wire)
{
    for (const FeeState state : { FeeState::Open, FeeState::Paid, FeeState::Failed,
             FeeState::Cancelled, FeeState::ChargedBack }) {
        if (wireName(state) == wire)
            return CaseWords::fee(state);
    }
    return wire;
}

bool isNotice(const PendingOperation &entry)
{
    return std::holds_alternative<IssueNotice>(entry.operation.args);
}

} // namespace

ConflictDialog::ConflictDialog(const PendingOperation &entry, const ViewedCase &viewed,
    const DeskContext &context, QWidget *parent)
    : DialogFrame(tr("Conflict"), caseSubtitle(viewed), parent)
    , m_context(context)
{
    m_mineLabel = tr("Carry out yours");
    m_theirsLabel = tr("Leave it as it is");
    const bool words = std::holds_alternative<Reply>(entry.operation.args)
        || std::holds_alternative<AddNote>(entry.operation.args) || isNotice(entry);
    body()->setSpacing(Space::medium);
    if (entry.reason == QLatin1String("conflict.field"))
        addFields(entry, viewed);
    else
        addReview(entry, viewed);
    QPushButton *open = addButton(tr("Open the case"), QStringLiteral("external-link"));
    connect(open, &QPushButton::clicked, this, [this] {
        emit caseRequested();
        reject();
    });
    if (words) {
        QPushButton *edit = addButton(tr("Edit …"), QStringLiteral("pencil"));
        edit->setObjectName(QStringLiteral("editConflict"));
        connect(edit, &QPushButton::clicked, this, [this] {
            m_choice = Choice::Edit;
            accept();
        });
    }
    addCancel(tr("Decide later"));
    setPrimary(m_mineLabel);
    if (isNotice(entry)) { // its document was made for a case that is another one now
        m_mine->setEnabled(false);
        m_mine->setAccessibleDescription(
            tr("The prepared document is void; edit the notice to issue it anew."));
        choose(Choice::Theirs);
    } else {
        choose(Choice::Mine);
    }
    (m_mine->isEnabled() ? m_mine : m_theirs)->setFocus();
}

void ConflictDialog::addFields(const PendingOperation &entry, const ViewedCase &viewed)
{
    QStringList mine;
    QStringList theirs;
    QStringList base;
    QString author;
    Timestamp at;
    for (const ConflictingField &field :
        conflictingFields(entry, viewed.portal, m_context.clerk().id)) {
        const QString name = nameOf(field.field, viewed.portal);
        mine.append(QStringLiteral("%1: %2").arg(name, wordOf(field.field, field.mine)));
        theirs.append(QStringLiteral("%1: %2").arg(name, wordOf(field.field, field.theirs)));
        if (!field.base.isUndefined())
            base.append(QStringLiteral("%1: %2").arg(name, wordOf(field.field, field.base)));
        if (author.isEmpty()) {
            author = field.author;
            at = field.at;
        }
    }
    const QString who = author.isEmpty() ? tr("Somebody else") : author;
    setHeader(tr("Two versions"), caseSubtitle(viewed));
    body()->addWidget(new WrappedLabel(
        tr("%1 has changed the same thing after you. Which version shall count?").arg(who),
        TextRole::Body));
    const DateWords dates = m_context.dates();
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::medium);
    row->addWidget(buildCard(Choice::Mine, tr("Your version"),
                       QStringLiteral("%1, %2").arg(
                           m_context.clerk().name, dates.when(entry.operation.createdAt)),
                       mine, m_mine),
        1);
    row->addWidget(buildCard(Choice::Theirs, tr("Version on the portal"),
                       at.isNull() ? who : QStringLiteral("%1, %2").arg(who, dates.when(at)),
                       theirs, m_theirs),
        1);
    body()->addLayout(row);
    auto *before = new Panel(Colour::Sunken);
    before->setRadius(Radius::control);
    auto *line = new QVBoxLayout(before);
    line->setContentsMargins(Space::medium, Space::small, Space::medium, Space::small);
    line->setSpacing(Space::hair);
    if (!base.isEmpty())
        line->addWidget(
            new WrappedLabel(tr("Before, when you acted: %1").arg(base.join(QStringLiteral(", "))),
                TextRole::Small, Colour::Text2));
    line->addWidget(
        new WrappedLabel(tr("The version you do not choose stays in the history of the case."),
            TextRole::Small, Colour::Text2));
    body()->addWidget(before);
}

void ConflictDialog::addReview(const PendingOperation &entry, const ViewedCase &viewed)
{
    m_mineLabel = tr("Send it all the same");
    m_theirsLabel = tr("Withdraw it");
    const DateWords dates = m_context.dates();
    const QList<Message> newer = newerMessages(entry.operation, viewed.portal);
    setHeader(newer.isEmpty() ? tr("The case has changed") : tr("A message came in between"),
        caseSubtitle(viewed));
    QStringList theirs;
    for (const Message &message : newer)
        theirs.append(message.text.left(600));
    if (newer.isEmpty())
        theirs.append(tr("State: %1").arg(CaseWords::state(viewed.portal.state)));
    const QString why = ErrorWords::reason(entry.reason);
    body()->addWidget(new WrappedLabel(newer.isEmpty()
            ? tr("%1 What shall become of your action?").arg(why)
            : tr("You had not read this when you wrote. What shall become of your words?"),
        TextRole::Body));
    auto *row = new QHBoxLayout;
    row->setSpacing(Space::medium);
    row->addWidget(buildCard(Choice::Mine, m_mineLabel,
                       tr("Yours, %1").arg(dates.when(entry.operation.createdAt)),
                       { clerkWords(entry.operation).left(600) }, m_mine),
        1);
    row->addWidget(buildCard(Choice::Theirs, m_theirsLabel,
                       newer.isEmpty() ? tr("Now on the portal")
                                       : tr("%1, %2").arg(
                                           newer.last().author.name, dates.when(newer.last().at)),
                       theirs, m_theirs),
        1);
    body()->addLayout(row);
}

QWidget *ConflictDialog::buildCard(Choice choice, const QString &title, const QString &meta,
    const QStringList &lines, QRadioButton *&button)
{
    auto *card = new Card;
    (choice == Choice::Mine ? m_mineCard : m_theirsCard) = card;
    auto *inside = new QVBoxLayout(card);
    inside->setContentsMargins(Space::large, Space::medium, Space::large, Space::medium);
    inside->setSpacing(Space::tight);
    button = new QRadioButton(title);
    button->setObjectName(
        choice == Choice::Mine ? QStringLiteral("mine") : QStringLiteral("theirs"));
    button->setAutoExclusive(false); // in two cards: kept apart by choose()
    button->setAccessibleDescription(meta + QStringLiteral(". ") + lines.join(QLatin1Char(' ')));
    connect(button, &QRadioButton::clicked, this, [this, choice] { choose(choice); });
    inside->addWidget(button);
    inside->addWidget(new WrappedLabel(meta, TextRole::Small, Colour::Text2));
    for (const QString &line : lines) {
        auto *text = new WrappedLabel(line, TextRole::UiStrong);
        text->setSelectable(true);
        inside->addWidget(text);
    }
    inside->addStretch(1);
    card->setMinimumWidth(Theme::of(this).scaled(280));
    return card;
}

void ConflictDialog::choose(Choice choice)
{
    m_choice = choice;
    m_mine->setChecked(choice == Choice::Mine);
    m_theirs->setChecked(choice == Choice::Theirs);
    m_mineCard->setChosen(choice == Choice::Mine);
    m_theirsCard->setChosen(choice == Choice::Theirs);
    if (primary())
        setPrimary(choice == Choice::Mine ? m_mineLabel : m_theirsLabel);
}

QString ConflictDialog::nameOf(const QString &field, const CaseFile &caseFile) const
{
    if (field == QLatin1String("state"))
        return tr("State");
    if (field == QLatin1String("assignee"))
        return tr("Responsible");
    if (field == QLatin1String("fees"))
        return tr("Payment requests");
    if (field.startsWith(QLatin1String("fee/")))
        return tr("Payment request");
    if (field.startsWith(QLatin1String("followUp/")))
        return tr("Follow-up");
    if (field.startsWith(QLatin1String("answer/"))) {
        const FormAnswer *answer = findAnswer(caseFile.answers, field.section(QLatin1Char('/'), 1));
        return answer && !answer->label.isEmpty() ? answer->label : tr("Statement");
    }
    return field;
}

QString ConflictDialog::wordOf(const QString &field, const QJsonValue &value) const
{
    if (field == QLatin1String("state"))
        return CaseWords::state(caseStateOf(value.toString()));
    if (field == QLatin1String("assignee"))
        return value.toString().isEmpty() ? tr("nobody")
                                          : m_context.clerkName(ClerkId{ value.toString() });
    if (field == QLatin1String("fees")) {
        const QJsonObject fees = value.toObject();
        const int count = fees.value(QLatin1String("count")).toInt();
        if (count == 0)
            return tr("none");
        const Money sum{ fees.value(QLatin1String("cents")).toInteger(), QStringLiteral("EUR") };
        return tr("%n, together %1", nullptr, count).arg(formatMoney(sum, QLocale()));
    }
    if (field.startsWith(QLatin1String("fee/")))
        return feeWord(value.toString());
    if (field.startsWith(QLatin1String("followUp/")))
        return value.toBool() ? tr("done") : tr("open");
    return value.toString();
}
