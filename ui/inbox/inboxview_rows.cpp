#include "inboxview.h"

#include "models/items/inboxmodel.h"

#include <QScrollBar>

// Which rows are seen, whatever comes, goes or moves.

// What is chosen is held, if it is in sight, else the first row. Who is at the beginning stays
// there and sees what comes in.
void InboxView::hold()
{
    if (m_held.isValid() || m_anew || verticalScrollBar()->value() == 0)
        return;
    const QRect sight = viewport()->rect();
    const bool inSight = currentIndex().isValid() && sight.intersects(visualRect(currentIndex()));
    const int row = inSight ? currentIndex().row() : rowAt(0);
    if (row < 0)
        return;
    m_held = model()->index(row, firstColumn());
    m_heldAt = rowViewportPosition(row);
}

void InboxView::bringBack()
{
    if (bringWished()) {
        m_anew = false;
    } else if (m_anew) {
        m_anew = false;
        if (currentIndex().isValid())
            scrollTo(currentIndex().siblingAtColumn(firstColumn()));
        else
            scrollToTop();
    } else if (m_held.isValid()) {
        const int moved = rowViewportPosition(m_held.row()) - m_heldAt;
        verticalScrollBar()->setValue(verticalScrollBar()->value() + moved);
    }
    m_held = QPersistentModelIndex();
}

void InboxView::showAnew()
{
    m_anew = true;
    m_measure.start();
}

void InboxView::selectLater(const CaseId &id, const CaseId &top)
{
    m_wished = id;
    m_wishedTop = top;
    m_measure.start();
}

bool InboxView::bringWished()
{
    const auto *cases = qobject_cast<InboxModel *>(model());
    if (!cases || (m_wished.isNull() && m_wishedTop.isNull()))
        return false;
    const int row = cases->rowOf(m_wished);
    const int top = cases->rowOf(m_wishedTop);
    if (row < 0 && top < 0)
        return false; // words may still be searched for
    if (top >= 0)
        scrollTo(cases->index(top, firstColumn()), PositionAtTop);
    if (row >= 0)
        setCurrentIndex(cases->index(row, firstColumn()));
    if (top >= 0) // the current row may have moved it
        scrollTo(cases->index(top, firstColumn()), PositionAtTop);
    m_wished = {};
    m_wishedTop = {};
    return true;
}

CaseId InboxView::topCase() const
{
    const int row = rowAt(0);
    return model() && row >= 0 ? caseAt(model()->index(row, 0)) : CaseId();
}
