#pragma once

#include "models/domain/result.h"
#include "models/preview/previewclient.h"
#include <QByteArray>
#include <QString>
#include <QWidget>

class ElidedLabel;
class EmptyState;
class PageStack;
class QComboBox;
class QPlainTextEdit;
class QStackedLayout;
class QToolButton;

// Shows one file that others made: PDF and pictures through the sandboxed helper, plain text up to
// 1 MB directly, everything else not at all. Also shows our own notices, so that the clerk sees
// them with the same eyes. Pages are drawn when they come into view.
class DocumentView : public QWidget {
    Q_OBJECT
public:
    // helperPath: kontor-pdfview, see PreviewClient::installedHelper()
    explicit DocumentView(const QString &helperPath, QWidget *parent = nullptr);
    ~DocumentView() override;

    // mediaType as "application/pdf", "image/png", "image/jpeg", "text/plain"; title is the file's
    // name for people. Shows the file from its first page.
    void showFile(const QString &path, const QString &mediaType, const QString &title);
    void showBytes(const QByteArray &bytes, const QString &mediaType, const QString &title);
    // Replaces the bytes of the shown document, keeping page and zoom: for a notice being written.
    void updateBytes(const QByteArray &bytes);
    // A state without a file, e.g. "Choose a document".
    void showNothing(const QString &iconName, const QString &title, const QString &text);
    // While the file is still being fetched.
    void showLoading(const QString &title);

    static bool canPreview(const QString &mediaType);

    int pageCount() const;
    int currentPage() const; // from 0
    void goToPage(int page);
    bool isShowingPages() const;
    QString stateText() const; // the sentence that is shown in place of pages, or empty

public slots:
    void zoomIn();
    void zoomOut();

signals:
    void opened(int pages);
    void failed(const QString &key); // key of the error, e.g. "preview.locked"
    void currentPageChanged(int page);

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void buildToolbar();
    void start(const QString &mediaType, const QString &title);
    void onOpened(const Result<PreviewInfo> &info);
    void showText(const QByteArray &bytes, bool cut);
    void showState(const QString &iconName, const QString &title, const QString &text);
    void showError(const Error &error);
    void onZoomChosen(int index);
    void askForText(int page);
    void updateTools();

    PreviewClient *m_client;
    QStackedLayout *m_stack;
    PageStack *m_pages;
    QPlainTextEdit *m_text;
    QWidget *m_stateHost;
    EmptyState *m_state = nullptr;
    QString m_stateText;
    ElidedLabel *m_title;
    ElidedLabel *m_position;
    QToolButton *m_in;
    QToolButton *m_out;
    QComboBox *m_zoom;
    QWidget *m_note;
    QString m_path;
    QByteArray m_bytes;
    int m_keepPage = -1;
};
