#pragma once

#include <QAbstractButton>

// A file as a button: type, name, one line about it. Used in overview, messages and the list of
// attachments (chosen there by its checked state).
class FileTile : public QAbstractButton {
    Q_OBJECT
public:
    FileTile(const QString &name, const QString &mediaType, const QString &meta,
        QWidget *parent = nullptr);
    // Without a frame, for lists.
    void setFramed(bool framed);
    // The meta line in a tone of its own: not yet transferred, cannot be opened.
    void setMetaIcon(const QString &iconName);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_type;
    QString m_meta;
    QString m_metaIcon;
    bool m_framed = true;
};
