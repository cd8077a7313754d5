#include "inboxcells.h"

#include "hitmarks.h"
#include "models/items/inboxmodel.h"
#include "ui/common/icons.h"
#include "ui/common/statusring.h"
#include "ui/common/theme.h"
#include "ui/words/casewords.h"
#include "ui/words/deskcontext.h"

#include <QPainter>

InboxCells::InboxCells(const DeskContext &context, QObject *parent)
    : ListDelegate(parent)
    , m_context(context)
{
    setDivider(0);
}

// Colour only together with a sign: an overdue day has its clock, a failed payment its mark.
InboxCells::Ink InboxCells::inkOf(const QModelIndex &index) const
{
    switch (index.column()) {
    case InboxModel::Due: {
        const QDate due = index.data(InboxModel::DueRole).toDate();
        const bool rests = index.data(InboxModel::PausedRole).toBool()
            || !isOpen(CaseState(index.data(InboxModel::StateRole).toInt()));
        if (due.isValid() && due < m_context.today() && !rests)
            return { Colour::RedFg, QStringLiteral("clock") };
        break;
    }
    case InboxModel::Fee: {
        const auto fee = FeeState(index.data(InboxModel::FeeRole).toInt());
        if (fee == FeeState::Failed || fee == FeeState::ChargedBack)
            return { Colour::RedFg, QStringLiteral("triangle-alert") };
        if (fee == FeeState::Open)
            return { Colour::VioletFg, QStringLiteral("euro") };
        break;
    }
    case InboxModel::FollowUp: {
        const QDate day = index.data(InboxModel::FollowUpRole).toDate();
        if (day.isValid() && day <= m_context.today())
            return { Colour::AmberFg, QStringLiteral("calendar-clock") };
        break;
    }
    case InboxModel::Applicant:
        return {};
    default:
        break;
    }
    return { Colour::Text2, {} };
}

void InboxCells::paintRow(QPainter *painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const Theme &theme) const
{
    painter->setRenderHint(QPainter::Antialiasing);
    QRectF room = QRectF(option.rect).adjusted(14, 0, -10, 0);
    const int side = theme.scaled(16);
    const auto square
        = [&] { return QRectF(room.left(), room.center().y() - side / 2., side, side); };
    const Ink ink = inkOf(index);
    if (index.column() == InboxModel::State) {
        StatusRing::paint(painter, theme, square(),
            CaseWords::shape(CaseState(index.data(InboxModel::StateRole).toInt())));
        room.setLeft(room.left() + side + Space::small);
    } else if (!ink.iconName.isEmpty()) {
        paintIcon(painter, square(), ink.iconName, theme.colour(ink.colour));
        room.setLeft(room.left() + side + Space::tight);
    }
    QString words = index.data().toString();
    TextRole role = TextRole::Ui;
    if (index.column() == InboxModel::Applicant) {
        if (words.isEmpty() || index.data(InboxModel::InternalRole).toBool())
            words = index.data(InboxModel::TitleRole).toString();
        if (index.data(InboxModel::UnreadRole).toBool()) {
            role = TextRole::UiStrong;
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.colour(Colour::Accent));
            painter->drawEllipse(QPointF(room.left() + 3, room.center().y()), 3.5, 3.5);
            room.setLeft(room.left() + 14);
        }
    }
    if (index.column() == InboxModel::Applicant || index.column() == InboxModel::Reference)
        paintHitMarks(
            painter, theme, room, words, role, index.data(InboxModel::HitWordsRole).toStringList());
    text().draw(painter, theme, room, words, role, ink.colour);
}
