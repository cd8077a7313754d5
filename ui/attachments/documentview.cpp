#include "documentview.h"

#include "pagestack.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/icons.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"
#include <QComboBox>
#include <QFile>
#include <QHBoxLayout>
#include <QPlainTextEdit>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

namespace {

constexpr qint64 mostText = 1 << 20;
constexpr qreal positionRoom = 420;

bool isText(const QString &mediaType)
{
    return mediaType == QLatin1String("text/plain");
}

} // namespace

DocumentView::DocumentView(const QString &helperPath, QWidget *parent)
    : QWidget(parent)
    , m_client(new PreviewClient(helperPath, this))
    , m_stack(new QStackedLayout)
    , m_pages(new PageStack(this))
    , m_text(new QPlainTextEdit(this))
    , m_stateHost(new Panel(Colour::Desk, Panel::NoSide, this))
{
    m_text->setReadOnly(true);
    m_text->setProperty("bare", true);
    m_text->setAccessibleName(tr("Text of the file"));
    new QVBoxLayout(m_stateHost);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setLayout(column);
    buildToolbar();
    column->addLayout(m_stack, 1);
    m_stack->addWidget(m_stateHost);
    m_stack->addWidget(m_pages);
    m_stack->addWidget(m_text);
    connect(m_pages, &PageStack::pictureRequested, this, [this](int page, int dpi) {
        m_client->renderPage(page, dpi, this, [this, page, dpi](const Result<QImage> &image) {
            if (image)
                m_pages->setPicture(page, dpi, image.value());
            else if (image.error().key != QLatin1String("preview.closed"))
                m_pages->setPicture(page, dpi, {}, tr("This page cannot be shown."));
        });
    });
    connect(m_pages, &PageStack::currentPageChanged, this, [this](int page) {
        updateTools();
        askForText(page);
        emit currentPageChanged(page);
    });
    connect(m_pages, &PageStack::zoomChanged, this, &DocumentView::updateTools);
    showNothing(QStringLiteral("file"), tr("No document chosen"), {});
}

DocumentView::~DocumentView() = default;

void DocumentView::buildToolbar()
{
    auto *bar = new Panel(Colour::Surface, Panel::Bottom, this);
    auto *row = new QHBoxLayout(bar);
    row->setContentsMargins(Space::large, Space::tight, Space::small, Space::tight + 1);
    row->setSpacing(Space::tight);
    m_title = new ElidedLabel({}, TextRole::UiStrong, Colour::Text, bar);
    m_position = new ElidedLabel({}, TextRole::Small, Colour::Text2, bar);
    m_out = newToolButton(QStringLiteral("minus"), tr("Smaller"), bar);
    m_in = newToolButton(QStringLiteral("plus"), tr("Larger"), bar);
    m_zoom = new QComboBox(bar);
    m_zoom->setAccessibleName(tr("Size of the pages"));
    m_zoom->addItem(tr("Page width"), 0.0);
    for (const int percent : { 50, 75, 100, 125, 150, 200, 300 })
        m_zoom->addItem(tr("%1 %").arg(percent), percent / 100.0);
    row->addWidget(m_title);
    row->addWidget(m_position);
    row->addStretch(1);
    row->addWidget(m_out);
    row->addWidget(m_zoom);
    row->addWidget(m_in);
    connect(m_out, &QToolButton::clicked, this, &DocumentView::zoomOut);
    connect(m_in, &QToolButton::clicked, this, &DocumentView::zoomIn);
    connect(m_zoom, &QComboBox::activated, this, &DocumentView::onZoomChosen);
    m_note = new Panel(Colour::Sunken, Panel::Bottom, this);
    auto *note = new QHBoxLayout(m_note);
    note->setContentsMargins(Space::large, 5, Space::large, 6);
    note->addWidget(new IconView(QStringLiteral("lock"), Colour::Text2, 14, m_note));
    note->addWidget(
        new ElidedLabel(tr("Protected preview: the file is opened apart from this program. Scripts "
                           "and links in it are off."),
            TextRole::Small, Colour::Text2, m_note),
        1);
    layout()->addWidget(bar);
    layout()->addWidget(m_note);
}

bool DocumentView::canPreview(const QString &mediaType)
{
    return isText(mediaType) || mediaType == QLatin1String("application/pdf")
        || mediaType == QLatin1String("image/png") || mediaType == QLatin1String("image/jpeg");
}

void DocumentView::showFile(const QString &path, const QString &mediaType, const QString &title)
{
    m_path = path;
    m_bytes.clear();
    start(mediaType, title);
}

void DocumentView::showBytes(
    const QByteArray &bytes, const QString &mediaType, const QString &title)
{
    m_path.clear();
    m_bytes = bytes;
    start(mediaType, title);
}

void DocumentView::start(const QString &mediaType, const QString &title)
{
    m_keepPage = -1;
    showLoading(title);
    if (!canPreview(mediaType)) {
        showState(iconNameOfFileType(mediaType), tr("No preview of this kind of file"),
            tr("Save the file to open it with another program, if you trust the sender."));
        return;
    }
    if (isText(mediaType)) {
        QByteArray bytes = m_bytes;
        if (!m_path.isEmpty()) {
            QFile file(m_path);
            if (!file.open(QIODevice::ReadOnly)) {
                showError(error(ErrorCode::NotFound, "preview.unreadable"));
                return;
            }
            bytes = file.read(mostText + 1);
        }
        showText(bytes.left(mostText), bytes.size() > mostText);
        return;
    }
    const auto done = [this](const Result<PreviewInfo> &info) { onOpened(info); };
    if (m_path.isEmpty())
        m_client->openBytes(m_bytes, this, done);
    else
        m_client->openFile(m_path, this, done);
}

void DocumentView::updateBytes(const QByteArray &bytes)
{
    m_path.clear();
    m_bytes = bytes;
    m_keepPage = isShowingPages() ? m_pages->currentPage() : -1;
    m_client->openBytes(bytes, this, [this](const Result<PreviewInfo> &info) { onOpened(info); });
}

void DocumentView::onOpened(const Result<PreviewInfo> &info)
{
    if (!info) {
        if (info.error().key != QLatin1String("preview.closed"))
            showError(info.error());
        return;
    }
    m_stateText.clear();
    m_stack->setCurrentWidget(m_pages);
    if (m_keepPage >= 0) {
        m_pages->refresh(info->pages);
        askForText(m_pages->currentPage());
    } else {
        m_pages->setPages(info->pages);
    }
    m_keepPage = -1;
    m_note->show();
    updateTools();
    emit opened(int(info->pages.size()));
}

void DocumentView::askForText(int page)
{
    if (page < 0)
        return;
    m_client->pageText(page, this, [this, page](const Result<QString> &text) {
        if (text)
            m_pages->setText(page, *text);
    });
}

void DocumentView::showText(const QByteArray &bytes, bool cut)
{
    m_client->close();
    QString text = QString::fromUtf8(bytes);
    // Old programs write Latin-1; a wrong guess costs an umlaut, nothing more.
    if (text.contains(QChar::ReplacementCharacter) && !cut)
        text = QString::fromLatin1(bytes);
    if (cut)
        text += QLatin1Char('\n') + tr("[The rest of the file is not shown.]");
    m_text->setPlainText(text);
    m_stateText.clear();
    m_stack->setCurrentWidget(m_text);
    updateTools();
    emit opened(1);
}

void DocumentView::showNothing(const QString &iconName, const QString &title, const QString &text)
{
    m_client->close();
    m_title->setText({});
    showState(iconName, title, text);
}

void DocumentView::showLoading(const QString &title)
{
    m_client->close();
    m_title->setText(title);
    showState(QStringLiteral("hourglass"), tr("The document is being opened …"), {});
}

void DocumentView::showState(const QString &iconName, const QString &title, const QString &text)
{
    delete m_state;
    m_state = new EmptyState(iconName, title, text, m_stateHost);
    m_stateHost->layout()->addWidget(m_state);
    m_stateText = title;
    m_stack->setCurrentWidget(m_stateHost);
    m_pages->setPages({});
    m_note->hide();
    updateTools();
}

void DocumentView::showError(const Error &error)
{
    QString title = tr("The file cannot be shown");
    QString text = tr("It is damaged or not what its name says. Ask the sender for another copy.");
    if (error.key == QLatin1String("preview.locked")) {
        title = tr("The file is protected by a password");
        text = tr("Ask the sender for a copy without a password.");
    } else if (error.key == QLatin1String("preview.tooLarge")
        || error.key == QLatin1String("preview.timeout")) {
        title = tr("The file is too large to be shown");
        text
            = tr("Its pages need too much memory or time. Save it to open it with another program, "
                 "if you trust the sender.");
    } else if (error.key == QLatin1String("preview.noHelper")
        || error.key == QLatin1String("preview.noSandbox")) {
        title = tr("The protected preview is not available");
        text = tr("The preview program does not start on this computer. Tell your administration; "
                  "everything else works.");
    }
    showState(QStringLiteral("file-x"), title, text);
    emit failed(error.key);
}

int DocumentView::pageCount() const
{
    return m_pages->pageCount();
}

int DocumentView::currentPage() const
{
    return m_pages->currentPage();
}

void DocumentView::goToPage(int page)
{
    m_pages->goToPage(page);
}

bool DocumentView::isShowingPages() const
{
    return m_stack->currentWidget() == m_pages;
}

QString DocumentView::stateText() const
{
    return m_stateText;
}

void DocumentView::zoomIn()
{
    m_pages->setZoom(m_pages->shownZoom() * 1.25);
}

void DocumentView::zoomOut()
{
    m_pages->setZoom(m_pages->shownZoom() / 1.25);
}

// Where it is narrow the name of the document goes before the number of the page.
void DocumentView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    m_position->setVisible(width() / Theme::of(this).textFactor() > positionRoom);
}

void DocumentView::onZoomChosen(int index)
{
    m_pages->setZoom(m_zoom->itemData(index).toDouble());
}

void DocumentView::updateTools()
{
    const bool pages = isShowingPages();
    for (QWidget *tool : { static_cast<QWidget *>(m_in), static_cast<QWidget *>(m_out),
             static_cast<QWidget *>(m_zoom) })
        tool->setEnabled(pages);
    m_position->setText(
        pages ? tr("Page %1 of %2").arg(currentPage() + 1).arg(pageCount()) : QString());
    // A zoom between the steps is shown as it is.
    const int known = m_zoom->findData(m_pages->zoom());
    const int steps = 8;
    while (m_zoom->count() > steps)
        m_zoom->removeItem(steps);
    if (known < 0 || known >= steps) {
        m_zoom->addItem(tr("%1 %").arg(qRound(m_pages->shownZoom() * 100)), m_pages->zoom());
        m_zoom->setCurrentIndex(steps);
    } else {
        m_zoom->setCurrentIndex(known);
    }
}
