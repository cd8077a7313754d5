#include "attachmentstab.h"

#include "filerules.h"
#include "filetile.h"
#include "models/domain/filename.h"
#include "pendingpart.h"
#include "scrollpage.h"
#include "transferrows.h"
#include "ui/attachments/documentview.h"
#include "ui/common/buttons.h"
#include "ui/common/emptystate.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/sectionheading.h"
#include "ui/common/theme.h"
#include "ui/words/casewords.h"
#include "ui/words/deskcontext.h"
#include "ui/words/errortext.h"

#include <QButtonGroup>
#include <QDir>
#include <QFileDialog>
#include <QHBoxLayout>
#include <QPushButton>
#include <QStandardPaths>

AttachmentsTab::AttachmentsTab(const DeskContext &context, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_group(new QButtonGroup(this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    buildList(row);
    buildViewer(row);
}

void AttachmentsTab::buildList(QHBoxLayout *row)
{
    auto *side = new Panel(Colour::Surface, Panel::Right);
    side->setFixedWidth(Theme::of(this).scaled(260));
    auto *column = new QVBoxLayout(side);
    column->setContentsMargins(0, 0, 1, Space::medium);
    column->setSpacing(0);
    m_list = new ScrollPage;
    m_list->setMinimumWidth(0);
    m_list->column()->setContentsMargins(Space::small, Space::medium, Space::small, Space::small);
    m_list->column()->setSpacing(Space::tiny);
    column->addWidget(m_list, 1);
    auto *request
        = newButton(ButtonKind::Secondary, tr("Request documents"), QStringLiteral("plus"));
    connect(request, &QPushButton::clicked, this, &AttachmentsTab::documentsRequested);
    auto *foot = new QHBoxLayout;
    foot->setContentsMargins(Space::medium, Space::small, Space::medium, 0);
    foot->addWidget(request);
    column->addLayout(foot);
    row->addWidget(side);
}

void AttachmentsTab::buildViewer(QHBoxLayout *row)
{
    auto *right = new QVBoxLayout;
    right->setContentsMargins(0, 0, 0, 0);
    right->setSpacing(0);
    m_view = new DocumentView(m_context.previewHelper());
    right->addWidget(m_view, 1);
    m_transfers = new TransferRows(m_context.transfers());
    m_transfers->setContentsMargins(Space::medium, Space::small, Space::medium, Space::small);
    right->addWidget(m_transfers);
    auto *bar = new Panel(Colour::Surface, Panel::Top);
    auto *tools = new QHBoxLayout(bar);
    tools->setContentsMargins(Space::medium, Space::small, Space::medium, Space::small);
    tools->setSpacing(Space::small);
    m_hint = new WrappedLabel({}, TextRole::Small, Colour::Text2);
    tools->addWidget(m_hint, 1);
    m_open = newSmallButton(ButtonKind::Secondary, tr("Open"), QStringLiteral("external-link"));
    m_save = newSmallButton(ButtonKind::Secondary, tr("Save as …"), QStringLiteral("download"));
    m_save->setObjectName(QStringLiteral("saveAs"));
    tools->addWidget(m_open);
    tools->addWidget(m_save);
    right->addWidget(bar);
    row->addLayout(right, 1);
    connect(m_save, &QPushButton::clicked, this, &AttachmentsTab::onSave);
    connect(m_open, &QPushButton::clicked, this, [this] { emit openRequested(m_selected); });
}

void AttachmentsTab::setCase(const ViewedCase &viewed)
{
    const bool other = viewed.caseFile.id != m_viewed.caseFile.id;
    const bool same = !other && viewed.caseFile.attachments == m_viewed.caseFile.attachments
        && viewed.pending == m_viewed.pending;
    m_viewed = viewed;
    m_transfers->setCase(viewed.caseFile.id);
    if (other) {
        m_selected = {};
        m_shown = {};
    }
    if (same)
        return;
    m_list->clear();
    auto *heading = new SectionHeading(tr("Files"));
    heading->setCount(int(viewed.caseFile.attachments.size()));
    m_list->column()->addWidget(heading);
    m_list->column()->addSpacing(Space::tiny);
    for (const Attachment &file : viewed.caseFile.attachments) {
        const DateWords dates = m_context.dates();
        auto *tile = new FileTile(file.name, file.type,
            QStringLiteral("%1 · %2 · %3")
                .arg(dates.brief(file.at), CaseWords::size(file.size),
                    CaseWords::origin(file.origin)));
        tile->setFramed(false);
        tile->setCheckable(true);
        tile->setChecked(file.id == m_selected);
        tile->setProperty("attachment", file.id.text);
        if (pendingPart(viewed, file.id.text))
            tile->setMetaIcon(QStringLiteral("clock"));
        m_group->addButton(tile);
        connect(tile, &FileTile::clicked, this, [this, id = file.id] { select(id); });
        m_list->column()->addWidget(tile);
    }
    m_list->column()->addStretch(1);
}

const Attachment *AttachmentsTab::chosen() const
{
    return findAttachment(m_viewed.caseFile, m_selected);
}

void AttachmentsTab::select(const AttachmentId &id)
{
    m_selected = id;
    for (QAbstractButton *button : m_group->buttons())
        button->setChecked(button->property("attachment").toString() == id.text);
    showChosen();
}

void AttachmentsTab::showChosen()
{
    if (m_selected.isNull() && !m_viewed.caseFile.attachments.isEmpty()) {
        select(m_viewed.caseFile.attachments.last().id);
        return;
    }
    const Attachment *file = chosen();
    m_save->setEnabled(file);
    const bool openable = file && mayOpenOutside(file->name, file->type);
    m_open->setEnabled(openable);
    m_hint->setText(!file ? QString()
            : openable    ? tr("From somebody else: open it only if you expected it.")
                          : tr("This type is not opened with another program; it can be saved."));
    if (!file) {
        m_view->showNothing(QStringLiteral("file-text"), tr("No files"),
            tr("Neither the applicant nor the office has added a file."));
        return;
    }
    if (m_shown == m_selected)
        return;
    m_shown = m_selected;
    m_view->showLoading(file->name);
    emit fileRequested(m_selected);
}

void AttachmentsTab::setFile(const AttachmentId &id, const Result<QString> &path)
{
    const Attachment *file = chosen();
    if (!file || id != m_selected)
        return;
    if (!path) {
        const ErrorText text = ErrorWords::of(path.error());
        m_view->showNothing(QStringLiteral("file-x"), text.what,
            QStringLiteral("%1 %2 (%3)").arg(text.why, text.now, text.reference));
        m_shown = {}; // asked for again when it is chosen again
        return;
    }
    m_view->showFile(*path, file->type, file->name);
}

void AttachmentsTab::onSave()
{
    const Attachment *file = chosen();
    if (!file)
        return;
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DownloadLocation);
    auto *dialog = new QFileDialog(this, tr("Save the file"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDirectory(folder);
    dialog->selectFile(cleanFileName(file->name));
    connect(dialog, &QFileDialog::fileSelected, this,
        [this, id = file->id](const QString &path) { emit saveRequested(id, path); });
    dialog->open();
}
