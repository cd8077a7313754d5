#include "composer.h"

#include "ui/common/buttons.h"
#include "ui/common/flowlayout.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"
#include "ui/words/casewords.h"

#include <QDragEnterEvent>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QMimeData>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSignalBlocker>
#include <QToolButton>

Composer::Composer(QWidget *parent)
    : QWidget(parent)
    , m_text(new QPlainTextEdit)
    , m_fileBox(new QWidget)
{
    setAcceptDrops(true);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2, 2, 2, 2);
    column->setSpacing(0);
    buildHeader(column);
    column->addWidget(new Rule);
    m_text->setProperty("bare", true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setTabChangesFocus(true);
    m_text->setAccessibleName(tr("Reply"));
    m_text->setPlaceholderText(tr("Write to the applicant. Drop files here to attach them."));
    m_text->setAcceptDrops(false); // a dropped file is an attachment, not a path in the text
    m_text->installEventFilter(this);
    column->addWidget(m_text, 1);
    new FlowLayout(m_fileBox, Space::tight);
    m_fileBox->setContentsMargins(Space::medium, 0, Space::medium, Space::small);
    m_fileBox->hide();
    column->addWidget(m_fileBox);
    column->addWidget(new Rule);
    buildTools(column);
    connect(m_text, &QPlainTextEdit::textChanged, this, &Composer::onTextChanged);
    restyle();
    updateState();
}

void Composer::buildHeader(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(14, Space::small, Space::small, Space::small);
    row->setSpacing(Space::small);
    row->addWidget(new ElidedLabel(tr("To"), TextRole::Ui, Colour::Text2));
    m_recipient = new ElidedLabel({}, TextRole::UiStrong);
    m_channel = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    row->addWidget(m_recipient);
    row->addWidget(m_channel, 1);
    column->addLayout(row);
}

void Composer::buildTools(QVBoxLayout *column)
{
    auto *row = new QHBoxLayout;
    row->setContentsMargins(Space::small, Space::small, Space::small, Space::small);
    row->setSpacing(Space::tight);
    QToolButton *attach = newToolButton(QStringLiteral("paperclip"), tr("Attach files"));
    attach->setObjectName(QStringLiteral("attach"));
    connect(attach, &QToolButton::clicked, this, &Composer::onAttach);
    row->addWidget(attach);
    m_savedIcon = new IconView(QStringLiteral("check"), Colour::Text2, 14);
    m_saved = new ElidedLabel({}, TextRole::Small, Colour::Text2);
    row->addWidget(m_savedIcon);
    row->addWidget(m_saved, 1);
    m_send = newButton(ButtonKind::Primary, tr("Send"), QStringLiteral("send"));
    m_send->setObjectName(QStringLiteral("send"));
    showKeyHint(m_send, QKeySequence(Qt::CTRL | Qt::Key_Return));
    connect(m_send, &QPushButton::clicked, this, &Composer::onSend);
    row->addWidget(m_send);
    column->addLayout(row);
}

void Composer::restyle()
{
    const Theme &theme = Theme::of(this);
    const QFont font = theme.font(TextRole::Body);
    m_text->setFont(font);
    m_text->document()->setDocumentMargin(Space::small);
    m_text->setMinimumHeight(QFontMetrics(font).lineSpacing() * 4 + 2 * Space::medium);
}

void Composer::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_text)
        restyle();
}

void Composer::setRecipient(const QString &name, const QString &channel)
{
    m_recipient->setText(name);
    m_channel->setText(channel);
}

void Composer::setDraft(const QString &text, const QList<NewAttachment> &files)
{
    m_files = files;
    showFiles();
    if (m_text->toPlainText() == text)
        return;
    const QSignalBlocker quiet(m_text);
    m_text->setPlainText(text);
    m_text->moveCursor(QTextCursor::End);
    updateState();
}

void Composer::setSavedAt(const QString &time)
{
    m_saved->setText(time.isEmpty() ? QString() : tr("Draft saved %1").arg(time));
    m_savedIcon->setVisible(!time.isEmpty());
}

void Composer::clear()
{
    setDraft({});
    setSavedAt({});
}

QString Composer::text() const
{
    return m_text->toPlainText();
}

void Composer::focusText()
{
    m_text->setFocus(Qt::ShortcutFocusReason);
}

void Composer::onTextChanged()
{
    updateState();
    emit draftChanged(text(), m_files);
}

void Composer::onAttach()
{
    auto *dialog = new QFileDialog(this, tr("Attach files"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, [this](const QStringList &paths) {
        QList<QUrl> files;
        for (const QString &path : paths)
            files.append(QUrl::fromLocalFile(path));
        emit filesOffered(files);
    });
    dialog->open();
}

void Composer::addFile(const NewAttachment &file)
{
    m_files.append(file);
    showFiles();
    emit draftChanged(text(), m_files);
}

void Composer::showFiles()
{
    auto *flow = static_cast<FlowLayout *>(m_fileBox->layout());
    while (QLayoutItem *item = flow->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    for (const NewAttachment &file : std::as_const(m_files)) {
        QPushButton *button = newSmallButton(ButtonKind::Secondary,
            QStringLiteral("%1 · %2").arg(file.name, CaseWords::size(file.size)),
            QStringLiteral("x"));
        button->setAccessibleName(tr("Remove the attachment %1").arg(file.name));
        connect(button, &QPushButton::clicked, this, [this, id = file.id] {
            m_files.removeIf([&](const NewAttachment &one) { return one.id == id; });
            showFiles();
            emit draftChanged(text(), m_files);
        });
        flow->addWidget(button);
    }
    m_fileBox->setVisible(!m_files.isEmpty());
    updateState();
}

void Composer::updateState()
{
    const bool ready = !text().trimmed().isEmpty() || !m_files.isEmpty();
    m_send->setEnabled(ready);
    m_send->setToolTip(ready ? QString() : tr("Write something or attach a file first."));
}

void Composer::onSend()
{
    if (m_send->isEnabled())
        emit sendRequested(text().trimmed(), m_files);
}

bool Composer::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_text
        && (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut))
        update();
    if (watched == m_text && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool enter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
        if (enter && key->modifiers().testFlag(Qt::ControlModifier)) {
            onSend();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void Composer::dragEnterEvent(QDragEnterEvent *event)
{
    if (event->mimeData()->hasUrls())
        event->acceptProposedAction();
}

void Composer::dropEvent(QDropEvent *event)
{
    emit filesOffered(event->mimeData()->urls());
    event->acceptProposedAction();
}

void Composer::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(this);
    const bool inside = m_text->hasFocus();
    painter.setPen(
        QPen(theme.colour(inside ? Colour::Focus : Colour::BorderControl), inside ? 2 : 1));
    painter.setBrush(theme.colour(Colour::Surface));
    const qreal inset = inside ? 1 : .5;
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(inset, inset, -inset, -inset), Radius::card, Radius::card);
}
