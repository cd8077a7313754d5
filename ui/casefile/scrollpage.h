#pragma once

#include <QScrollArea>

class QVBoxLayout;

// A page that scrolls: one column on the surface colour, as wide as its text is comfortable to
// read. clear() empties it before it is built anew. The content is given the height that its
// wrapped lines need at this width; a scroll area by itself squeezes them.
class ScrollPage : public QScrollArea {
    Q_OBJECT
public:
    explicit ScrollPage(QWidget *parent = nullptr);

    QVBoxLayout *column() const { return m_column; }
    void clear();
    // Keeps the distance to the top while the page is built anew.
    void keepPosition();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void fit();

    QVBoxLayout *m_column;
};

// Deletes every widget and layout in it.
void clearLayout(class QLayout *layout);
