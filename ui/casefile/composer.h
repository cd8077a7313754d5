#pragma once

#include "models/domain/operation.h"

#include <QUrl>
#include <QWidget>

class DateWords;
class ElidedLabel;
class FlowLayout;
class IconView;
class QPlainTextEdit;
class QPushButton;

// Where a reply is written: recipient, text, files, and what is saved. Every keystroke is reported
// so that nothing can be lost; the text is never taken away from under the clerk.
class Composer : public QWidget {
    Q_OBJECT
public:
    explicit Composer(QWidget *parent = nullptr);

    void setRecipient(const QString &name, const QString &channel);
    // Shows a saved draft; no signal.
    void setDraft(const QString &text, const QList<NewAttachment> &files = {});
    void setSavedAt(const QString &time); // "09:41"; empty: not saved yet
    void addFile(const NewAttachment &file); // a copy of it is kept: the draft has changed
    void clear(); // no signal
    QString text() const;
    const QList<NewAttachment> &files() const { return m_files; }
    void focusText();

signals:
    void draftChanged(const QString &text, const QList<NewAttachment> &files);
    void filesOffered(const QList<QUrl> &files); // chosen or dropped, not yet attached
    void sendRequested(const QString &text, const QList<NewAttachment> &files);

protected:
    void paintEvent(QPaintEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void buildHeader(class QVBoxLayout *column);
    void buildTools(class QVBoxLayout *column);
    void restyle();
    void onTextChanged();
    void onAttach();
    void onSend();
    void showFiles();
    void updateState();

    ElidedLabel *m_recipient;
    ElidedLabel *m_channel;
    QPlainTextEdit *m_text;
    QWidget *m_fileBox;
    IconView *m_savedIcon;
    ElidedLabel *m_saved;
    QPushButton *m_send;
    QList<NewAttachment> m_files;
};
