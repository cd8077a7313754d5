#pragma once

#include "models/notice/placeholders.h"

#include <QWidget>

class QLineEdit;
class QVBoxLayout;
struct NoticeTemplate;

// Fields for what a template leaves open ("valid from", "legal basis"): typed once, it stands
// wherever the texts of the notice name it. Each step shows the ones of its own texts.
class PlaceholderFields : public QWidget {
    Q_OBJECT
public:
    explicit PlaceholderFields(NoticePart part, QWidget *parent = nullptr);

    void setTemplate(const NoticeTemplate *source); // names and kinds of the fields; may be null
    void load(const NoticeContent &content); // no signal; fields come and go with the texts
    void store(NoticeContent &content) const;

    // How the screen names a placeholder; its key if the template is not known.
    static QString labelOf(const NoticeTemplate *source, const QString &key);

signals:
    void changed();

private:
    struct Field {
        QString key;
        QLineEdit *edit;
    };
    void build(const QStringList &keys);
    void addEdit(const QString &key);

    NoticePart m_part;
    QMap<QString, QString> m_labels;
    QStringList m_dates; // keys
    QVBoxLayout *m_column;
    QList<Field> m_fields;
};
