#pragma once

#include <QWidget>

class ElidedLabel;

// A heading with a count beside it and a remark at the right.
class SectionHeading : public QWidget {
    Q_OBJECT
public:
    explicit SectionHeading(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    // Shown in grey after the title; -1 hides it.
    void setCount(int count);
    // In grey at the right.
    void setMeta(const QString &text);

private:
    ElidedLabel *m_title;
    ElidedLabel *m_count;
    ElidedLabel *m_meta;
};
