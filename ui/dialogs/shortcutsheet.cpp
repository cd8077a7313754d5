#include "shortcutsheet.h"

#include "ui/common/keycap.h"
#include "ui/common/labels.h"
#include "ui/common/theme.h"

#include <QAction>
#include <QGridLayout>

ShortcutSheet::ShortcutSheet(const QList<QAction *> &caseActions, QWidget *parent)
    : DialogFrame(tr("Keys"), {}, parent)
{
    QList<QPair<QKeySequence, QString>> keys{
        { QKeySequence(Qt::Key_J), tr("Next case") },
        { QKeySequence(Qt::Key_K), tr("Previous case") },
        { QKeySequence(Qt::Key_Return), tr("Show the case alone") },
        { QKeySequence(Qt::Key_Escape), tr("Back to the list") },
        { QKeySequence(Qt::CTRL | Qt::Key_K), tr("Search") },
        { QKeySequence(Qt::CTRL | Qt::Key_D), tr("Keep the search as a view") },
        { QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_T), tr("List or table") },
        { QKeySequence(Qt::CTRL | Qt::Key_N), tr("Open an internal case") },
        { QKeySequence(Qt::Key_F5), tr("Synchronise with the portal") },
        { QKeySequence(Qt::CTRL | Qt::Key_Return), tr("Send, or the main button of a dialog") },
        { QKeySequence(Qt::CTRL | Qt::Key_1), tr("Inbox; 2 to 6 for the other places") },
    };
    for (const QAction *action : caseActions) {
        QString text = action->text();
        if (text.endsWith(QStringLiteral(" …")))
            text.chop(2);
        keys.append({ action->shortcut(), text });
    }
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(Space::medium);
    grid->setVerticalSpacing(Space::small);
    const int half = int(keys.size() + 1) / 2;
    for (int i = 0; i < keys.size(); ++i) {
        const int column = i < half ? 0 : 3;
        grid->addWidget(new KeyCap(keys[i].first), i % half, column);
        grid->addWidget(new WrappedLabel(keys[i].second), i % half, column + 1);
    }
    grid->setColumnMinimumWidth(2, Space::page);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(4, 1);
    box->setMinimumWidth(Theme::of(this).scaled(620));
    body()->addWidget(box);
    setPrimary(tr("Close"))->setFocus();
}
