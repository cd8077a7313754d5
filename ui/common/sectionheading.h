#pragma once

#include <QWidget>

class ElidedLabel;
class QHBoxLayout;

// A heading with a count beside it and room for a tool at the right.
class SectionHeading : public QWidget {
    Q_OBJECT
public:
    explicit SectionHeading(const QString &title, QWidget *parent = nullptr);

    void setTitle(const QString &title);
    // Shown in grey after the title; -1 hides it.
    void setCount(int count);
    // A meta text at the right, or any widget.
    void setMeta(const QString &text);
    void addTool(QWidget *tool);

private:
    ElidedLabel *m_title;
    ElidedLabel *m_count;
    ElidedLabel *m_meta;
    QHBoxLayout *m_row;
};
