#include "casepage.h"

#include "applicationtab.h"
#include "attachmentstab.h"
#include "caseheader.h"
#include "caseinspector.h"
#include "caserequests.h"
#include "casetabs.h"
#include "composer.h"
#include "messagestab.h"
#include "overviewtab.h"
#include "recordtabs.h"
#include "ui/common/currentstack.h"
#include "ui/common/labels.h"
#include "ui/common/theme.h"
#include "ui/words/deskcontext.h"

#include <QAction>
#include <QHBoxLayout>
#include <QStackedWidget>

CasePage::CasePage(const DeskContext &context, CaseRequests &requests, QWidget *parent)
    : QWidget(parent)
    , m_context(context)
    , m_requests(requests)
    , m_header(new CaseHeader(context))
    , m_tabs(new CaseTabs)
    , m_pages(new CurrentStack)
    , m_overview(new OverviewTab(context))
    , m_application(new ApplicationTab(context))
    , m_attachments(new AttachmentsTab(context))
    , m_messages(new MessagesTab(context))
    , m_notices(new NoticesTab(context))
    , m_fees(new FeesTab(context))
    , m_notes(new NotesTab(context))
    , m_history(new HistoryTab(context))
    , m_inspector(new CaseInspector(context))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    auto *bar = new Panel(Colour::Surface);
    auto *barRow = new QHBoxLayout(bar);
    barRow->setContentsMargins(10, 0, 10, 0);
    barRow->addWidget(m_tabs);
    column->addWidget(bar);
    auto *body = new QHBoxLayout;
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    const QList<QPair<QString, QWidget *>> tabs{ { tr("Overview"), m_overview },
        { tr("Application"), m_application }, { tr("Attachments"), m_attachments },
        { tr("Messages"), m_messages }, { tr("Notices"), m_notices }, { tr("Fees"), m_fees },
        { tr("Notes"), m_notes }, { tr("History"), m_history } };
    for (const auto &[name, page] : tabs) {
        m_tabs->addNamed(name);
        page->setAccessibleName(name);
        m_pages->addWidget(page);
    }
    body->addWidget(m_pages, 1);
    body->addWidget(m_inspector);
    m_inspector->hide();
    column->addLayout(body, 1);
    buildActions();
    connectTabs();
}

CasePage::~CasePage() = default;

void CasePage::connectTabs()
{
    connect(m_tabs, &CaseTabs::currentChanged, this, &CasePage::showTab);
    connect(m_header, &CaseHeader::expandRequested, this, &CasePage::expandRequested);
    connect(m_header, &CaseHeader::closeRequested, this, &CasePage::closeRequested);
    connect(m_application, &ApplicationTab::findingRequested, this, &CasePage::onFinding);
    connect(m_overview, &OverviewTab::stepRequested, this, &CasePage::onStep);
    connect(m_overview, &OverviewTab::messagesRequested, this, [this] { setTab(Messages); });
    const auto showFile = [this](const AttachmentId &id) {
        setTab(Attachments);
        m_attachments->select(id);
    };
    connect(m_overview, &OverviewTab::attachmentRequested, this, showFile);
    connect(m_messages, &MessagesTab::attachmentRequested, this, showFile);
    connect(m_notices, &NoticesTab::documentRequested, this, showFile);
    connect(m_notices, &NoticesTab::noticeRequested, this, &CasePage::onNotice);
    connect(m_notices, &NoticesTab::finalityRequested, this, &CasePage::onFinality);
    connect(m_fees, &FeesTab::feeRequested, this, &CasePage::onFee);
    connect(m_fees, &FeesTab::cancelRequested, this, &CasePage::onCancelFee);
    connect(m_notes, &NotesTab::noteRequested, this, &CasePage::onNote);
    connect(m_notes, &NotesTab::followUpDoneRequested, this,
        [this](const FollowUpId &id) { emit m_requests.followUpDoneRequested(caseId(), id); });
    connect(m_attachments, &AttachmentsTab::fileRequested, this,
        [this](const AttachmentId &id) { emit m_requests.fileRequested(caseId(), id); });
    connect(m_attachments, &AttachmentsTab::saveRequested, this,
        [this](const AttachmentId &id, const QString &path) {
            emit m_requests.saveRequested(caseId(), id, path);
        });
    connect(m_attachments, &AttachmentsTab::openRequested, this,
        [this](const AttachmentId &id) { emit m_requests.openRequested(caseId(), id); });
    connect(m_attachments, &AttachmentsTab::documentsRequested, this, &CasePage::onDocuments);
    connect(composer(), &Composer::draftChanged, this,
        [this](const QString &text, const QList<NewAttachment> &files) {
            emit m_requests.replyDraftChanged(caseId(), text, files);
        });
    connect(composer(), &Composer::filesOffered, this,
        [this](const QList<QUrl> &files) { emit m_requests.filesOffered(caseId(), files); });
    connect(composer(), &Composer::sendRequested, this,
        [this](const QString &text, const QList<NewAttachment> &files) {
            emit m_requests.replyRequested(
                caseId(), text, files, lastApplicantMessage(m_viewed.caseFile));
        });
}

Composer *CasePage::composer() const
{
    return m_messages->composer();
}

void CasePage::setCase(const ViewedCase &viewed)
{
    const bool other = viewed.caseFile.id != caseId();
    if (!other && viewed.caseFile == m_viewed.caseFile && viewed.pending == m_viewed.pending)
        return;
    m_viewed = viewed;
    if (other) {
        composer()->clear();
        m_tabs->setCurrentIndex(Overview);
    }
    const CaseFile &caseFile = viewed.caseFile;
    m_header->setCase(viewed);
    m_tabs->setCount(Attachments, int(caseFile.attachments.size()));
    int unread = 0;
    for (const Message &message : caseFile.messages)
        unread += message.direction == MessageDirection::FromApplicant
            && message.readByOffice.isNull();
    m_tabs->setCount(Messages, unread ? unread : int(caseFile.messages.size()), unread > 0);
    m_tabs->setCount(Notices, int(caseFile.notices.size()));
    m_tabs->setCount(Fees, int(caseFile.fees.size()));
    m_tabs->setCount(Notes, int(caseFile.notes.size()));
    updateActions();
    m_attachments->setCase(viewed);
    showTab(tab());
}

void CasePage::clear()
{
    m_viewed = {};
    composer()->clear();
}

// Only what is seen is built; the others follow when they are chosen.
void CasePage::showTab(int tab)
{
    m_pages->setCurrentIndex(tab);
    if (caseId().isNull())
        return;
    switch (tab) {
    case Overview:
        m_overview->setCase(m_viewed);
        break;
    case Application:
        m_application->setCase(m_viewed);
        break;
    case Attachments:
        m_attachments->showChosen();
        break;
    case Messages:
        m_messages->setCase(m_viewed);
        if (isVisible() && hasUnreadMessage(m_viewed.caseFile))
            emit m_requests.readRequested(caseId(), lastApplicantMessage(m_viewed.caseFile));
        break;
    case Notices:
        m_notices->setCase(m_viewed);
        break;
    case Fees:
        m_fees->setCase(m_viewed);
        break;
    case Notes:
        m_notes->setCase(m_viewed);
        break;
    case History:
        m_history->setCase(m_viewed);
        break;
    }
    showInspector();
    emit tabChanged(tab);
}

void CasePage::setTab(int tab)
{
    if (tab >= 0 && tab < m_tabs->count())
        m_tabs->setCurrentIndex(tab);
}

int CasePage::tab() const
{
    return m_tabs->currentIndex();
}

void CasePage::setReplyDraft(
    const CaseId &id, const QString &text, const QList<NewAttachment> &files)
{
    if (id == caseId() && composer()->text().isEmpty() && composer()->files().isEmpty())
        composer()->setDraft(text, files);
}

void CasePage::addReplyFile(const CaseId &id, const NewAttachment &file)
{
    if (id == caseId())
        composer()->addFile(file);
}

void CasePage::setDraftSaved(const CaseId &id, Timestamp at)
{
    if (id == caseId())
        composer()->setSavedAt(m_context.dates().time(at));
}

void CasePage::clearReply(const CaseId &id)
{
    if (id == caseId())
        composer()->clear();
}

void CasePage::setExpanded(bool expanded)
{
    m_expanded = expanded;
    m_header->setExpanded(expanded);
    showInspector();
}

void CasePage::setBackVisible(bool visible)
{
    m_header->setBackVisible(visible);
}

void CasePage::showInspector()
{
    const Theme &theme = Theme::of(this);
    const bool room = width() / theme.textFactor() > 860;
    const bool shown = room && tab() != Attachments && !caseId().isNull();
    m_inspector->setFixedWidth(theme.scaled(Size::inspector));
    if (shown)
        m_inspector->setCase(m_viewed);
    m_inspector->setVisible(shown);
}

void CasePage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    const bool room = width() / Theme::of(this).textFactor() > 860;
    if (room != m_inspector->isVisibleTo(this))
        showInspector();
}
