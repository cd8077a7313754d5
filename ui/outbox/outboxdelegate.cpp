#include "outboxdelegate.h"

#include "models/items/outboxmodel.h"
#include "ui/casefile/pendingpart.h"
#include "ui/common/chip.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"
#include "ui/words/deskcontext.h"
#include "ui/words/errortext.h"

#include <QPainter>

namespace {

struct Kind {
    const char *type;
    const char *icon;
    const char *text;
};
constexpr Kind kinds[] = {
    { "takeOver", "user-check", QT_TRANSLATE_NOOP("OutboxDelegate", "Take over") },
    { "assign", "user", QT_TRANSLATE_NOOP("OutboxDelegate", "Assignment") },
    { "changeState", "circle-check", QT_TRANSLATE_NOOP("OutboxDelegate", "Change of state") },
    { "reply", "send", QT_TRANSLATE_NOOP("OutboxDelegate", "Reply to the applicant") },
    { "requestDocuments", "file-search",
        QT_TRANSLATE_NOOP("OutboxDelegate", "Request for documents") },
    { "addNote", "sticky-note", QT_TRANSLATE_NOOP("OutboxDelegate", "Note") },
    { "setFollowUp", "calendar-clock", QT_TRANSLATE_NOOP("OutboxDelegate", "Follow-up") },
    { "completeFollowUp", "calendar-check", QT_TRANSLATE_NOOP("OutboxDelegate", "Follow-up done") },
    { "requestFee", "receipt-euro", QT_TRANSLATE_NOOP("OutboxDelegate", "Payment request") },
    { "cancelFee", "badge-euro",
        QT_TRANSLATE_NOOP("OutboxDelegate", "Cancel the payment request") },
    { "issueNotice", "stamp", QT_TRANSLATE_NOOP("OutboxDelegate", "Notice") },
    { "confirmFinality", "stamp",
        QT_TRANSLATE_NOOP("OutboxDelegate", "Confirm that the notice is final") },
    { "markRead", "eye", QT_TRANSLATE_NOOP("OutboxDelegate", "Mark as read") },
    { "recordFinding", "file-pen", QT_TRANSLATE_NOOP("OutboxDelegate", "Finding of the office") },
    { "openCase", "file-plus", QT_TRANSLATE_NOOP("OutboxDelegate", "New case") },
    { "draft", "pencil", QT_TRANSLATE_NOOP("OutboxDelegate", "Draft") },
};

const Kind *kindOf(const QString &type)
{
    for (const Kind &kind : kinds) {
        if (type == QLatin1String(kind.type))
            return &kind;
    }
    return nullptr;
}

} // namespace

OutboxDelegate::OutboxDelegate(const DeskContext &context, QObject *parent)
    : ListDelegate(parent)
    , m_context(context)
{
    setAccentBar(true);
}

int OutboxDelegate::height(const Theme &theme)
{
    const QFontMetricsF ui(theme.font(TextRole::Ui));
    const QFontMetricsF small(theme.font(TextRole::Small));
    return qCeil(ui.height() + small.height()) + 24;
}

int OutboxDelegate::rowHeight(const QModelIndex &, const Theme &theme) const
{
    return height(theme);
}

OutboxDelegate::Columns OutboxDelegate::columns(qreal width, const Theme &theme)
{
    const qreal next = width - qMin<qreal>(theme.scaled(230), width * .22);
    const qreal state = next - qMin<qreal>(theme.scaled(210), width * .22);
    const qreal queued = state - qMin<qreal>(theme.scaled(130), width * .13);
    return { queued, state, next };
}

QString OutboxDelegate::title(const QModelIndex &index)
{
    return actionName(index.data(OutboxModel::TypeRole).toString());
}

QString OutboxDelegate::actionName(const QString &type)
{
    const Kind *kind = kindOf(type);
    return kind ? tr(kind->text) : tr("Action of a newer version");
}

QString OutboxDelegate::reason(const QModelIndex &index)
{
    const QString key = index.data(OutboxModel::ReasonRole).toString();
    return ErrorWords::reason(key);
}

QString OutboxDelegate::action(const QModelIndex &index)
{
    const QString summary = index.data(OutboxModel::SummaryRole).toString();
    return summary.isEmpty() ? title(index) : title(index) + QStringLiteral(": ") + summary;
}

QString OutboxDelegate::subject(const QModelIndex &index)
{
    QStringList parts;
    for (const int role : { OutboxModel::ApplicantRole, OutboxModel::ReferenceRole }) {
        if (const QString part = index.data(role).toString(); !part.isEmpty())
            parts.append(part);
    }
    return parts.isEmpty() ? index.data(OutboxModel::TitleRole).toString()
                           : parts.join(QStringLiteral(" · "));
}

QString OutboxDelegate::spoken(const QModelIndex &index) const
{
    const auto state = PendingState(index.data(OutboxModel::StateRole).toInt());
    QStringList parts{ action(index), subject(index), PendingWords::state(state), next(index),
        reason(index) };
    parts.removeAll(QString());
    return parts.join(QStringLiteral(", "));
}

QString OutboxDelegate::next(const QModelIndex &index) const
{
    const auto state = PendingState(index.data(OutboxModel::StateRole).toInt());
    const QDateTime kept = index.data(OutboxModel::KeptUntilRole).toDateTime();
    if (index.data(OutboxModel::ReasonRole).toString() == QLatin1String("case.revoked"))
        return kept.isValid() ? tr("deleted on %1").arg(m_context.dates().day(kept.date()))
                              : tr("deleted after 7 days");
    if (PendingWords::needsClerk(state))
        return tr("your decision");
    if (state == PendingState::Sending)
        return tr("on its way");
    const QDateTime at = index.data(OutboxModel::NextAttemptRole).toDateTime();
    if (at.isValid() && at.toMSecsSinceEpoch() > m_context.now().ms)
        return tr("at %1").arg(m_context.dates().time(Timestamp{ at.toMSecsSinceEpoch() }));
    return tr("as soon as there is a connection");
}

void OutboxDelegate::paintTwo(QPainter *painter, const Theme &theme, const QRectF &rect,
    const QString &first, const QString &second, bool strong) const
{
    const qreal one = QFontMetricsF(theme.font(TextRole::Ui)).height();
    const qreal two = QFontMetricsF(theme.font(TextRole::Small)).height();
    const qreal used = second.isEmpty() ? one : one + two + 2;
    const qreal top = rect.top() + (rect.height() - used) / 2;
    text().draw(painter, theme, QRectF(rect.left(), top, rect.width(), one), first,
        strong ? TextRole::UiStrong : TextRole::Ui, Colour::Text);
    if (!second.isEmpty())
        text().draw(painter, theme, QRectF(rect.left(), top + one + 2, rect.width(), two), second,
            TextRole::Small, Colour::Text2);
}

void OutboxDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const Theme &theme) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    const QRectF rect = option.rect;
    const Columns at = columns(rect.width(), theme);
    const Kind *kind = kindOf(index.data(OutboxModel::TypeRole).toString());
    const int icon = theme.scaled(18);
    paintIcon(painter, QRectF(rect.left() + Space::page, rect.center().y() - icon / 2., icon, icon),
        kind ? QString::fromLatin1(kind->icon) : QStringLiteral("circle-question-mark"),
        theme.colour(Colour::Text2));
    const qreal left = rect.left() + Space::page + icon + Space::medium;
    paintTwo(painter, theme,
        QRectF(left, rect.top(), rect.left() + at.queued - left - Space::medium, rect.height()),
        action(index), subject(index), true);
    const QDateTime queued = index.data(OutboxModel::QueuedRole).toDateTime();
    paintTwo(painter, theme,
        QRectF(rect.left() + at.queued, rect.top(), at.state - at.queued - 8, rect.height()),
        m_context.dates().when(Timestamp{ queued.toMSecsSinceEpoch() }), {}, false);
    const auto state = PendingState(index.data(OutboxModel::StateRole).toInt());
    const Tone tone = state == PendingState::Sending ? Tone::Teal
        : PendingWords::needsClerk(state)            ? Tone::Red
                                                     : Tone::Amber;
    const QString word = PendingWords::state(state);
    QSize size = Chip::sizeOf(theme, word, PendingWords::icon(state));
    size.setWidth(qMin(size.width(), int(at.next - at.state - 8)));
    Chip::paint(painter, theme,
        QRectF(rect.left() + at.state, rect.center().y() - size.height() / 2., size.width(),
            size.height()),
        word, tone, PendingWords::icon(state));
    paintTwo(painter, theme,
        QRectF(
            rect.left() + at.next, rect.top(), rect.width() - at.next - Space::page, rect.height()),
        next(index), reason(index), false);
}
