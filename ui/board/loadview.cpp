#include "loadview.h"

#include "loadmodel.h"
#include "ui/common/avatar.h"
#include "ui/common/chip.h"
#include "ui/common/icons.h"
#include "ui/common/theme.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>

LoadDelegate::LoadDelegate(QObject *parent)
    : ListDelegate(parent)
{
    setDivider(0);
}

void LoadDelegate::paintPerson(
    QPainter *painter, const QRectF &rect, const QModelIndex &index, const Theme &theme) const
{
    const auto *model = static_cast<const LoadModel *>(index.model());
    const qreal side = theme.scaled(24);
    const QRectF square(rect.left(), rect.center().y() - side / 2, side, side);
    if (model->clerkAt(index.row()).isNull()) {
        const qreal icon = theme.scaled(Size::icon);
        const QRectF middle(
            square.center().x() - icon / 2, square.center().y() - icon / 2, icon, icon);
        paintIcon(painter, middle, QStringLiteral("circle-dashed"), theme.colour(Colour::Text2));
    } else {
        Avatar::paint(painter, theme, square, model->nameAt(index.row()));
    }
    const qreal line = QFontMetricsF(theme.font(TextRole::UiStrong)).height();
    const qreal left = square.right() + Space::small;
    text().draw(painter, theme,
        QRectF(left, rect.center().y() - line / 2, rect.right() - left, line),
        model->nameAt(index.row()), TextRole::UiStrong, Colour::Text);
}

void LoadDelegate::paintLoad(
    QPainter *painter, const QRectF &rect, const QModelIndex &index, const Theme &theme) const
{
    const int amount = index.data(LoadModel::AmountRole).toInt();
    const int most = index.data(LoadModel::MostRole).toInt();
    const int change = index.data(LoadModel::ChangeRole).toInt();
    const QLocale locale;
    QString words = locale.toString(amount);
    if (change != 0)
        words
            += QStringLiteral(" (%1%2)").arg(change > 0 ? QStringLiteral("+") : QStringLiteral("−"),
                locale.toString(std::abs(change)));
    const qreal room = rect.width()
        - text().widthOf(theme, QStringLiteral("%1 (+%1)").arg(most), TextRole::UiStrong)
        - Space::small;
    const qreal height = theme.scaled(12);
    const qreal width = room > 0 ? room * amount / most : 0;
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(Qt::NoPen);
    painter->setBrush(
        theme.colour(index.column() == LoadModel::Before ? Colour::Chart5 : Colour::Chart1));
    if (width > 0)
        painter->drawRoundedRect(
            QRectF(rect.left(), rect.center().y() - height / 2, std::max(2.0, width), height), 2,
            2);
    const qreal line = QFontMetricsF(theme.font(TextRole::UiStrong)).height();
    const qreal left = rect.left() + width + (width > 0 ? Space::small : 0);
    text().draw(painter, theme,
        QRectF(left, rect.center().y() - line / 2, rect.right() - left + 1, line), words,
        change != 0 ? TextRole::UiStrong : TextRole::Ui, Colour::Text);
}

void LoadDelegate::paintRow(QPainter *painter, const QStyleOptionViewItem &option,
    const QModelIndex &index, const Theme &theme) const
{
    const QRectF rect = QRectF(option.rect).adjusted(Space::medium, 0, -Space::medium, 0);
    const int column = index.column();
    if (column == LoadModel::Person)
        return paintPerson(painter, rect, index, theme);
    if (column == LoadModel::Before || column == LoadModel::After)
        return paintLoad(painter, rect, index, theme);
    const QString words = index.data().toString();
    if (column == LoadModel::Absent) {
        if (words.isEmpty())
            return;
        const bool absent = index.data(Qt::CheckStateRole).toInt() == Qt::Checked;
        const QString icon = absent ? QStringLiteral("square-check-big") : QStringLiteral("square");
        const qreal side = theme.scaled(Size::icon);
        paintIcon(painter, QRectF(rect.left(), rect.center().y() - side / 2, side, side), icon,
            theme.colour(absent ? Colour::Accent : Colour::Text2));
        const qreal line = QFontMetricsF(theme.font(TextRole::Ui)).height();
        const qreal left = rect.left() + side + Space::tight;
        text().draw(painter, theme,
            QRectF(left, rect.center().y() - line / 2, rect.right() - left, line),
            LoadModel::tr("absent"), TextRole::Ui, absent ? Colour::Text : Colour::Text2);
        return;
    }
    const bool late = column == LoadModel::Overdue && index.data(LoadModel::AmountRole).toInt() > 0;
    const TextRole role = late ? TextRole::UiStrong : TextRole::Ui;
    const qreal line = QFontMetricsF(theme.font(role)).height();
    text().draw(painter, theme,
        QRectF(rect.left(), rect.center().y() - line / 2, rect.width(), line), words, role,
        late ? Colour::RedFg : Colour::Text, Qt::AlignRight);
}

LoadView::LoadView(LoadModel *model, QWidget *parent)
    : QTableView(parent)
{
    setModel(model);
    setItemDelegate(new LoadDelegate(this));
    setSelectionMode(QAbstractItemView::SingleSelection);
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setTabKeyNavigation(false);
    setShowGrid(false);
    setFrameShape(QFrame::NoFrame);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(true);
    setDragDropOverwriteMode(true); // onto a row, never between two
    setDragDropMode(QAbstractItemView::DragDrop);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::ResizeToContents);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setHighlightSections(false);
    connect(this, &QTableView::clicked, this, [this](const QModelIndex &index) {
        if (index.column() == LoadModel::Absent)
            toggle(index);
    });
}

void LoadView::toggle(const QModelIndex &index)
{
    if (index.isValid()
        && index.siblingAtColumn(LoadModel::Absent).data(Qt::CheckStateRole).isValid())
        emit absenceToggled(index.row());
}

void LoadView::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Space)
        toggle(currentIndex());
    else
        QTableView::keyPressEvent(event);
}

void LoadView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    const Theme &theme = Theme::of(this);
    const QFontMetricsF heading(theme.font(TextRole::SmallStrong));
    const int room = viewport()->width();
    int used = 0;
    for (const int column : { LoadModel::Absent, LoadModel::Overdue, LoadModel::Risk }) {
        const QString name = model()->headerData(column, Qt::Horizontal).toString();
        int width = int(heading.horizontalAdvance(name)) + 2 * Space::medium + 8;
        if (column == LoadModel::Absent) { // the box and its word
            const QFontMetricsF word(theme.font(TextRole::Ui));
            width = std::max(width,
                int(word.horizontalAdvance(LoadModel::tr("absent"))) + theme.scaled(Size::icon)
                    + Space::tight + 2 * Space::medium + 4);
        }
        horizontalHeader()->resizeSection(column, width);
        used += width;
    }
    const int bar = std::max(theme.scaled(110), (room - used) * 3 / 10);
    horizontalHeader()->resizeSection(LoadModel::Before, bar);
    horizontalHeader()->resizeSection(LoadModel::After, bar);
    horizontalHeader()->resizeSection(
        LoadModel::Person, std::max(theme.scaled(140), room - used - 2 * bar));
}

QSize LoadView::sizeHint() const
{
    const Theme &theme = Theme::of(this);
    return { theme.scaled(760),
        std::min(verticalHeader()->length(), theme.scaled(380))
            + horizontalHeader()->sizeHint().height() + 4 };
}
