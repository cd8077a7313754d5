#include "inboxdelegate.h"

#include "hitmarks.h"
#include "inboxview.h"
#include "models/items/inboxmodel.h"
#include "ui/common/chip.h"
#include "ui/common/icons.h"
#include "ui/common/statusring.h"
#include "ui/common/theme.h"
#include "ui/words/casewords.h"
#include "ui/words/deskcontext.h"

#include <QPainter>

namespace {

constexpr int textLeft = 44;
constexpr int rightMargin = 16;

} // namespace

InboxDelegate::InboxDelegate(const DeskContext &context, QObject *parent)
    : ListDelegate(parent)
    , m_context(context)
{
    setAccentBar(true);
    setDivider(textLeft);
}

int InboxDelegate::rowHeight(const QModelIndex &, const Theme &theme) const
{
    return InboxView::rowHeight(theme);
}

QSize InboxDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Theme &theme = Theme::of(option.widget);
    const bool first = index.data(InboxModel::FirstOfGroupRole).toBool();
    return { 100, InboxView::rowHeight(theme) + (first ? InboxView::headingHeight(theme) : 0) };
}

InboxDelegate::Hint InboxDelegate::hintOf(const QModelIndex &index) const
{
    const DateWords dates = m_context.dates();
    if (index.data(InboxModel::AttentionRole).toBool())
        return { tr("Conflict"), QStringLiteral("git-merge"), Tone::Red, true };
    if (index.data(InboxModel::PendingRole).toInt() > 0)
        return { tr("Not yet transferred"), QStringLiteral("clock"), Tone::Grey };
    const auto state = CaseState(index.data(InboxModel::StateRole).toInt());
    const QDate followUp = index.data(InboxModel::FollowUpRole).toDate();
    if (followUp.isValid() && followUp <= dates.today())
        return { tr("Follow-up due"), QStringLiteral("calendar-clock"), Tone::Amber };
    if (state == CaseState::Decided && index.data(InboxModel::FeeOpenRole).toBool())
        return { tr("Fee open"), QStringLiteral("euro"), Tone::Violet };
    if (!isOpen(state))
        return { CaseWords::state(state), {}, Tone::Grey };
    if (index.data(InboxModel::PausedRole).toBool())
        return { tr("rests"), {}, Tone::Grey };
    const QDate due = index.data(InboxModel::DueRole).toDate();
    if (!due.isValid())
        return {};
    const qint64 days = dates.today().daysTo(due);
    if (days < 0)
        return { dates.distance(due), QStringLiteral("clock"), Tone::Red, true };
    if (days < 7)
        return { dates.day(due), QStringLiteral("clock"), Tone::Amber };
    return { dates.distance(due), {}, Tone::Grey };
}

qreal InboxDelegate::paintHint(
    QPainter *painter, const Theme &theme, const QRectF &line, const Hint &hint) const
{
    if (hint.text.isEmpty())
        return 0;
    if (hint.chip) {
        const QSize size = Chip::sizeOf(theme, hint.text, hint.iconName);
        const QRectF rect(line.right() - size.width(), line.center().y() - size.height() / 2.,
            size.width(), size.height());
        Chip::paint(painter, theme, rect, hint.text, hint.tone, hint.iconName);
        return size.width();
    }
    const bool grey = hint.tone == Tone::Grey;
    const TextRole role = grey ? TextRole::Small : TextRole::SmallStrong;
    const Colour colour = grey ? Colour::Text2 : foregroundOf(hint.tone);
    const qreal width = qCeil(text().widthOf(theme, hint.text, role)) + 1;
    text().draw(painter, theme, QRectF(line.right() - width, line.top(), width, line.height()),
        hint.text, role, colour);
    if (hint.iconName.isEmpty())
        return width;
    const int size = theme.scaled(13);
    paintIcon(painter,
        QRectF(
            line.right() - width - size - Space::tiny, line.center().y() - size / 2., size, size),
        hint.iconName, theme.colour(colour));
    return width + size + Space::tiny;
}

void InboxDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const Theme &theme) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF rect = option.rect;
    if (index.data(InboxModel::FirstOfGroupRole).toBool()) {
        const QRectF heading(
            rect.left(), rect.top(), rect.width(), InboxView::headingHeight(theme));
        painter->fillRect(heading, theme.colour(Colour::Surface));
        const int group = index.data(InboxModel::GroupRole).toInt();
        const bool overdue = group == int(InboxModel::Group::Overdue);
        QRectF words = heading.adjusted(Space::large, Space::tight, -rightMargin, 0);
        words.setLeft(words.left() + Space::small
            + text().draw(painter, theme, words, InboxView::groupName(group), TextRole::SmallStrong,
                overdue ? Colour::RedFg : Colour::Text2));
        if (const auto *view = qobject_cast<const InboxView *>(option.widget))
            text().draw(painter, theme, words, QString::number(view->groupSize(group)),
                TextRole::Small, Colour::Text2);
        rect.setTop(heading.bottom());
    }
    const QFontMetricsF nameMetrics(theme.font(TextRole::Body));
    const QFontMetricsF textMetrics(theme.font(TextRole::Ui));
    const qreal used = nameMetrics.height() + Space::tiny + textMetrics.height();
    const qreal top = rect.top() + (rect.height() - used) / 2;
    QRectF line(
        rect.left() + textLeft, top, rect.width() - textLeft - rightMargin, nameMetrics.height());

    const auto state = CaseState(index.data(InboxModel::StateRole).toInt());
    const int ring = theme.scaled(16);
    StatusRing::paint(painter, theme,
        QRectF(rect.left() + 26 - ring / 2., line.center().y() - ring / 2., ring, ring),
        CaseWords::shape(state));

    const bool unread = index.data(InboxModel::UnreadRole).toBool();
    const QDateTime updated = index.data(InboxModel::UpdatedRole).toDateTime();
    const QString time = m_context.dates().brief(Timestamp{ updated.toMSecsSinceEpoch() });
    const TextRole timeRole = unread ? TextRole::SmallStrong : TextRole::Small;
    const qreal timeWidth = qCeil(text().widthOf(theme, time, timeRole)) + 1;
    text().draw(painter, theme,
        QRectF(line.right() - timeWidth, line.top(), timeWidth, line.height()), time, timeRole,
        unread ? Colour::Accent : Colour::Text2);
    qreal taken = timeWidth + 14;
    if (unread) {
        painter->setPen(Qt::NoPen);
        painter->setBrush(theme.colour(Colour::Accent));
        painter->drawEllipse(QPointF(line.right() - timeWidth - 11, line.center().y()), 4, 4);
        taken += 14;
    }
    QString name = index.data(InboxModel::ApplicantRole).toString();
    if (name.isEmpty())
        name = index.data(InboxModel::TitleRole).toString();
    const QStringList hits = index.data(InboxModel::HitWordsRole).toStringList();
    const TextRole nameRole = unread ? TextRole::BodyStrong : TextRole::Body;
    const QRectF nameRect = line.adjusted(0, 0, -taken, 0);
    paintHitMarks(painter, theme, nameRect, name, nameRole, hits);
    text().draw(painter, theme, nameRect, name, nameRole, Colour::Text);

    line.moveTop(line.bottom() + Space::tiny);
    line.setHeight(textMetrics.height());
    const qreal hint = paintHint(painter, theme, line, hintOf(index));
    QRectF words = line.adjusted(0, 0, hint > 0 ? -hint - 14 : 0, 0);
    const QString service = index.data(InboxModel::ServiceRole).toString();
    const qreal serviceWidth
        = text().draw(painter, theme, words, service, TextRole::Ui, Colour::Text);
    words.setLeft(words.left() + serviceWidth + 10);
    if (words.width() <= 40)
        return;
    const QString snippet = index.data(InboxModel::SnippetRole).toString();
    paintHitMarks(painter, theme, words, snippet, TextRole::Ui, hits);
    text().draw(painter, theme, words, snippet, TextRole::Ui, Colour::Text2);
}
