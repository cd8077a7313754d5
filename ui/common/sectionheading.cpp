#include "sectionheading.h"

#include "labels.h"
#include <QHBoxLayout>
#include <QLocale>

SectionHeading::SectionHeading(const QString &title, QWidget *parent)
    : QWidget(parent)
    , m_title(new ElidedLabel(title, TextRole::Heading, Colour::Text, this))
    , m_count(new ElidedLabel({}, TextRole::Ui, Colour::Text2, this))
    , m_meta(new ElidedLabel({}, TextRole::Small, Colour::Text2, this))
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(Space::small);
    row->addWidget(m_title);
    row->addWidget(m_count);
    row->addStretch(1);
    row->addWidget(m_meta);
    m_count->hide();
    m_meta->hide();
    setAccessibleName(title);
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void SectionHeading::setTitle(const QString &title)
{
    m_title->setText(title);
    setAccessibleName(title);
}

void SectionHeading::setCount(int count)
{
    m_count->setText(QLocale().toString(count));
    m_count->setVisible(count >= 0);
}

void SectionHeading::setMeta(const QString &text)
{
    m_meta->setText(text);
    m_meta->setVisible(!text.isEmpty());
}
