#include "placeholderfields.h"

#include "models/notice/noticetemplate.h"
#include "ui/casefile/scrollpage.h"
#include "ui/common/panel.h"
#include "ui/common/sectionheading.h"
#include "ui/dialogs/formfields.h"

#include <QLineEdit>
#include <QLocale>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace {

// "1.12.26" becomes "01.12.2026" as the letter writes it; anything else stays as it is.
QString tidyDate(const QString &text)
{
    for (const char *form : { "d.M.yyyy", "d.M.yy", "yyyy-MM-dd" }) {
        QDate day = QDate::fromString(text.trimmed(), QString::fromLatin1(form));
        if (!day.isValid())
            continue;
        if (day.year() < 1950)
            day = day.addYears(100); // two figures
        return day.toString(QStringLiteral("dd.MM.yyyy"));
    }
    return text;
}

} // namespace

PlaceholderFields::PlaceholderFields(NoticePart part, QWidget *parent)
    : QWidget(parent)
    , m_part(part)
    , m_column(new QVBoxLayout(this))
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    hide();
}

QString PlaceholderFields::labelOf(const NoticeTemplate *source, const QString &key)
{
    const bool german = QLocale().language() == QLocale::German;
    if (source) {
        for (const TemplatePlaceholder &one : source->placeholders) {
            if (one.key == key)
                return german ? one.german : one.english;
        }
    }
    return key;
}

void PlaceholderFields::setTemplate(const NoticeTemplate *source)
{
    m_labels.clear();
    m_dates.clear();
    if (source) {
        for (const TemplatePlaceholder &one : source->placeholders) {
            m_labels.insert(one.key, labelOf(source, one.key));
            if (one.isDate)
                m_dates.append(one.key);
        }
    }
    build({});
}

void PlaceholderFields::load(const NoticeContent &content)
{
    QStringList keys;
    for (const OpenPlaceholder &open : openPlaceholders(content)) {
        if (open.part == m_part)
            keys.append(open.key);
    }
    build(keys);
    for (const Field &field : std::as_const(m_fields)) {
        const QString value = content.values.value(field.key);
        const QSignalBlocker quiet(field.edit);
        if (field.edit->text() != value)
            field.edit->setText(value);
    }
}

void PlaceholderFields::store(NoticeContent &content) const
{
    for (const Field &field : m_fields)
        content.values.insert(field.key, field.edit->text());
}

// Only if they differ: nobody's cursor is taken away while they type.
void PlaceholderFields::build(const QStringList &keys)
{
    QStringList now;
    for (const Field &field : std::as_const(m_fields))
        now.append(field.key);
    if (now == keys)
        return;
    clearLayout(m_column);
    m_fields.clear();
    if (!keys.isEmpty()) {
        m_column->addWidget(new SectionHeading(tr("Details of the template")));
        m_column->addSpacing(Space::small);
    }
    for (const QString &key : keys)
        addEdit(key);
    setVisible(!keys.isEmpty());
}

void PlaceholderFields::addEdit(const QString &key)
{
    auto *edit = new QLineEdit;
    edit->setObjectName(QStringLiteral("value-") + key);
    const bool date = m_dates.contains(key);
    addField(m_column, m_labels.value(key, key), edit,
        tr("Stands in the text where it says {{%1}}.").arg(key));
    if (date) {
        edit->setPlaceholderText(tr("dd.mm.yyyy"));
        connect(edit, &QLineEdit::editingFinished, this, [this, edit] {
            const QString tidy = tidyDate(edit->text());
            if (tidy == edit->text())
                return;
            edit->setText(tidy);
            emit changed();
        });
    }
    connect(edit, &QLineEdit::textEdited, this, &PlaceholderFields::changed);
    m_fields.append({ key, edit });
}
