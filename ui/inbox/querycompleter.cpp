#include "querycompleter.h"

#include "ui/common/listdelegate.h"
#include "ui/common/theme.h"

#include <QAbstractItemView>
#include <QKeyEvent>
#include <QLineEdit>
#include <QStandardItemModel>
#include <QTimer>

namespace {

enum OfferRole { DetailRole = Qt::UserRole + 1, LineRole, CursorRole };

// The word itself, and in grey what it does.
class OfferDelegate : public ListDelegate {
public:
    using ListDelegate::ListDelegate;

protected:
    void paintRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index,
        const Theme &theme) const override
    {
        QRectF room = QRectF(option.rect).adjusted(Space::medium, 0, -Space::medium, 0);
        room.setLeft(room.left() + Space::medium
            + text().draw(
                painter, theme, room, index.data().toString(), TextRole::UiStrong, Colour::Text));
        text().draw(painter, theme, room, index.data(DetailRole).toString(), TextRole::Small,
            Colour::Text2, Qt::AlignRight);
    }
};

} // namespace

QueryCompleter::QueryCompleter(QLineEdit *field, std::function<QueryLanguage()> language)
    : QCompleter(field)
    , m_field(field)
    , m_language(std::move(language))
    , m_offers(new QStandardItemModel(this))
{
    setModel(m_offers);
    setCompletionMode(UnfilteredPopupCompletion);
    setMaxVisibleItems(8);
    connect(field, &QLineEdit::textEdited, this, [this] { offer(false); });
    field->setCompleter(this);
    popup()->setItemDelegate(new OfferDelegate(popup()));
    popup()->setAccessibleName(tr("What can be searched"));
    field->installEventFilter(this);
    connect(this, qOverload<const QModelIndex &>(&QCompleter::activated), this,
        [this](const QModelIndex &index) {
            const int cursor = index.data(CursorRole).toInt();
            // Behind the field's own handling: then the values of a field can be offered.
            QTimer::singleShot(0, this, [this, cursor] {
                m_field->setCursorPosition(cursor);
                offer(false);
                if (m_offers->rowCount() > 0)
                    complete();
            });
        });
}

void QueryCompleter::offer(bool everything)
{
    const QString line = m_field->text();
    const auto completion = m_language().complete(line, m_field->cursorPosition(), everything);
    m_offers->clear();
    for (const QueryLanguage::Suggestion &suggestion : completion.suggestions) {
        QString whole = line;
        whole.replace(completion.from, completion.length, suggestion.text);
        auto *item = new QStandardItem(suggestion.label);
        item->setData(suggestion.detail, DetailRole);
        item->setData(whole, LineRole);
        item->setData(completion.from + int(suggestion.text.size()), CursorRole);
        item->setData(suggestion.detail.isEmpty()
                ? suggestion.label
                : suggestion.label + QStringLiteral(", ") + suggestion.detail,
            Qt::AccessibleTextRole);
        m_offers->appendRow(item);
    }
}

bool QueryCompleter::isChoosing() const
{
    return popup()->isVisible() && popup()->currentIndex().isValid();
}

QString QueryCompleter::pathFromIndex(const QModelIndex &index) const
{
    return index.data(LineRole).toString();
}

// Escape in the list ends the list; the field, which would hear of it first, keeps its words.
bool QueryCompleter::eventFilter(QObject *watched, QEvent *event)
{
    const bool inList = watched != m_field; // popup() would make it while it is being made
    if (inList && event->type() == QEvent::KeyPress
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Escape) {
        popup()->hide();
        return true;
    }
    if (watched == m_field && event->type() == QEvent::KeyPress && !popup()->isVisible()
        && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Down) {
        offer(true);
        if (m_offers->rowCount() > 0) {
            complete();
            return true;
        }
    }
    return QCompleter::eventFilter(watched, event);
}
