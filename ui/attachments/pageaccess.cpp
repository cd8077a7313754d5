#include "pageaccess.h"

#include "pagestack.h"
#include <QAccessible>
#include <QAccessibleWidget>

namespace {

// Read only and without a selection: the pictures above it cannot be marked either.
class AccessiblePages : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit AccessiblePages(PageStack *pages)
        : QAccessibleWidget(pages, QAccessible::Document)
    {
    }
    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        return state;
    }
    QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value || kind == QAccessible::Description)
            return content();
        return QAccessibleWidget::text(kind);
    }
    void selection(int, int *start, int *end) const override { *start = *end = 0; }
    int selectionCount() const override { return 0; }
    void addSelection(int, int) override { }
    void removeSelection(int) override { }
    void setSelection(int, int, int) override { }
    int cursorPosition() const override { return qMin(m_cursor, characterCount()); }
    void setCursorPosition(int position) override
    {
        m_cursor = qBound(0, position, characterCount());
        QAccessibleTextCursorEvent moved(widget(), m_cursor);
        QAccessible::updateAccessibility(&moved);
    }
    QString text(int start, int end) const override { return content().mid(start, end - start); }
    int characterCount() const override { return int(content().size()); }
    QRect characterRect(int) const override { return widget()->rect(); }
    int offsetAtPoint(const QPoint &) const override { return -1; }
    void scrollToSubstring(int, int) override { }
    QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    QString content() const { return static_cast<PageStack *>(widget())->text(); }

    int m_cursor = 0;
};

QAccessibleInterface *accessiblePages(const QString &, QObject *object)
{
    auto *pages = qobject_cast<PageStack *>(object);
    return pages ? new AccessiblePages(pages) : nullptr;
}

} // namespace

void PageAccess::install()
{
    QAccessible::installFactory(accessiblePages);
}

void PageAccess::notify(PageStack *pages, const QString &old)
{
    QAccessibleTextUpdateEvent changed(pages, 0, old, pages->text());
    QAccessible::updateAccessibility(&changed);
}
