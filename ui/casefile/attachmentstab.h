#pragma once

#include "models/domain/pending.h"
#include "models/domain/result.h"

#include <QWidget>

class DeskContext;
class DocumentView;
class FileTile;
class QButtonGroup;
class QPushButton;
class ScrollPage;
class WrappedLabel;

// The files of a case and, beside the list, what the chosen one looks like. Nothing is opened by
// itself; other programs get only types of the allow-list.
class AttachmentsTab : public QWidget {
    Q_OBJECT
public:
    explicit AttachmentsTab(const DeskContext &context, QWidget *parent = nullptr);

    void setCase(const ViewedCase &viewed);
    // Shows the file that was chosen; only called when the tab is seen.
    void showChosen();
    void select(const AttachmentId &id);
    AttachmentId selected() const { return m_selected; }
    // The bytes are here, at this path; or why not.
    void setFile(const AttachmentId &id, const Result<QString> &path);

signals:
    void fileRequested(const AttachmentId &id);
    void saveRequested(const AttachmentId &id, const QString &path);
    void openRequested(const AttachmentId &id);
    void documentsRequested();

private:
    void buildList(class QHBoxLayout *row);
    void buildViewer(class QHBoxLayout *row);
    void onSave();
    const Attachment *chosen() const;

    const DeskContext &m_context;
    ViewedCase m_viewed;
    AttachmentId m_selected;
    AttachmentId m_shown; // whose bytes the viewer has
    ScrollPage *m_list;
    class TransferRows *m_transfers;
    QButtonGroup *m_group;
    DocumentView *m_view;
    QPushButton *m_save;
    QPushButton *m_open;
    WrappedLabel *m_hint;
};
