#include "steplist.h"

#include "icons.h"
#include "styleparts.h"
#include "theme.h"
#include <QAbstractButton>
#include <QButtonGroup>
#include <QPainter>
#include <QSignalBlocker>
#include <QVBoxLayout>
#include <cmath>

namespace {

// One step: disc with number, tick or warning, title, detail.
class StepButton : public QAbstractButton {
public:
    StepButton(int number, QWidget *parent)
        : QAbstractButton(parent)
        , m_number(number)
    {
        setCheckable(true);
        setFocusPolicy(Qt::StrongFocus);
        setAttribute(Qt::WA_Hover);
        setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
    }

    void setStep(const Step &step)
    {
        m_step = step;
        const QString state = step.state == StepState::Done ? StepList::tr("done")
            : step.state == StepState::Warning              ? StepList::tr("needs attention")
                                                            : StepList::tr("open");
        setText(step.title);
        setAccessibleName(StepList::tr("Step %1: %2, %3").arg(m_number).arg(step.title, state));
        setAccessibleDescription(step.detail);
        updateGeometry();
        update();
    }

    QSize sizeHint() const override
    {
        const Theme &theme = Theme::of(this);
        const QFontMetricsF title(theme.font(TextRole::UiStrong));
        const QFontMetricsF detail(theme.font(TextRole::Small));
        const qreal text = std::max(
            title.horizontalAdvance(m_step.title), detail.horizontalAdvance(m_step.detail));
        return { int(std::ceil(text)) + theme.scaled(24) + 32,
            std::max(theme.scaled(50),
                int(std::ceil(title.height() + detail.height())) + 2 * Space::small + 2) };
    }
    QSize minimumSizeHint() const override
    {
        return { Theme::of(this).scaled(24) + 60, sizeHint().height() };
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        const Theme &theme = Theme::of(this);
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        if (isChecked() || underMouse()) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(theme.colour(isChecked() ? Colour::Selected : Colour::Hover));
            painter.drawRoundedRect(rect(), Radius::control, Radius::control);
        }
        if (hasFocus())
            StyleParts::focusRing(&painter, theme, rect(), Radius::control);
        const qreal side = theme.scaled(22);
        paintDisc(painter, theme, QRectF(10, (height() - side) / 2, side, side));
        paintTexts(painter, theme, 10 + side + 10);
    }

private:
    void paintDisc(QPainter &painter, const Theme &theme, const QRectF &disc) const
    {
        const int icon = theme.scaled(14);
        const QRectF square(
            disc.center().x() - icon / 2.0, disc.center().y() - icon / 2.0, icon, icon);
        if (isChecked() || m_step.state == StepState::Open) {
            const QColor line = theme.colour(Colour::BorderControl);
            painter.setPen(isChecked() ? QPen(Qt::NoPen) : QPen(line, 1.2));
            painter.setBrush(isChecked() ? QBrush(theme.colour(Colour::Accent)) : Qt::NoBrush);
            painter.drawEllipse(disc.adjusted(.6, .6, -.6, -.6));
            painter.setPen(theme.colour(isChecked() ? Colour::OnAccent : Colour::Text2));
            painter.setFont(theme.font(TextRole::SmallStrong));
            painter.drawText(disc, Qt::AlignCenter, QString::number(m_number));
            return;
        }
        const bool done = m_step.state == StepState::Done;
        const Tone tone = done ? Tone::Green : Tone::Amber;
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.background(tone));
        painter.drawEllipse(disc);
        paintIcon(&painter, square,
            done ? QStringLiteral("check") : QStringLiteral("triangle-alert"),
            theme.foreground(tone));
    }

    void paintTexts(QPainter &painter, const Theme &theme, qreal left) const
    {
        const QFont titleFont = theme.font(isChecked() ? TextRole::UiStrong : TextRole::Ui);
        const QFont detailFont = theme.font(TextRole::Small);
        const QFontMetricsF title(titleFont);
        const QFontMetricsF detail(detailFont);
        const qreal room = width() - left - 8;
        const qreal block = title.height() + (m_step.detail.isEmpty() ? 0 : detail.height() + 1);
        qreal top = (height() - block) / 2;
        painter.setFont(titleFont);
        painter.setPen(theme.colour(Colour::Text));
        painter.drawText(QRectF(left, top, room, title.height()), Qt::AlignVCenter,
            title.elidedText(m_step.title, Qt::ElideRight, room));
        top += title.height() + 1;
        const bool warns = m_step.state == StepState::Warning && !isChecked();
        painter.setFont(detailFont);
        painter.setPen(warns ? theme.foreground(Tone::Amber) : theme.colour(Colour::Text2));
        painter.drawText(QRectF(left, top, room, detail.height()), Qt::AlignVCenter,
            detail.elidedText(m_step.detail, Qt::ElideRight, room));
    }

    int m_number;
    Step m_step;
};

} // namespace

StepList::StepList(QWidget *parent)
    : QWidget(parent)
    , m_column(new QVBoxLayout(this))
    , m_group(new QButtonGroup(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(Space::hair);
    m_group->setExclusive(true);
    connect(m_group, &QButtonGroup::idToggled, this, [this](int step, bool on) {
        if (on) // toggled, not clicked: assistive technology toggles
            emit stepRequested(step);
    });
}

void StepList::setSteps(const QList<Step> &steps)
{
    const QList<QAbstractButton *> old = m_group->buttons();
    qDeleteAll(old);
    while (QLayoutItem *item = m_column->takeAt(0))
        delete item;
    for (int i = 0; i < steps.size(); ++i) {
        auto *button = new StepButton(i + 1, this);
        button->setStep(steps.at(i));
        m_group->addButton(button, i);
        m_column->addWidget(button);
    }
    m_column->addStretch(1);
    setCurrent(0);
}

void StepList::setStep(int index, const Step &step)
{
    if (QAbstractButton *button = m_group->button(index))
        static_cast<StepButton *>(button)->setStep(step);
}

void StepList::setCurrent(int index)
{
    const QSignalBlocker quiet(m_group); // only a person requests
    if (QAbstractButton *button = m_group->button(index))
        button->setChecked(true);
}

int StepList::current() const
{
    return m_group->checkedId();
}
