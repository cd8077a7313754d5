#include "placeholders.h"

#include <QRegularExpression>
#include <algorithm>

namespace {

// All texts of a notice that a template writes, with the step in which each is edited.
template <class Notice, class Fn> void eachText(Notice &notice, Fn fn)
{
    using P = NoticePart;
    fn(notice.subject, P::Decision);
    fn(notice.salutation, P::Decision);
    fn(notice.introduction, P::Decision);
    for (auto &text : notice.decisions)
        fn(text, P::Decision);
    for (auto &text : notice.conditions)
        fn(text, P::Conditions);
    fn(notice.reasons.facts, P::Reasons);
    fn(notice.reasons.law, P::Reasons);
    fn(notice.reasons.discretion, P::Reasons);
    fn(notice.closing, P::Decision);
}

} // namespace

const QRegularExpression &placeholderMark()
{
    static const QRegularExpression form(QStringLiteral("\\{\\{([A-Za-z][A-Za-z0-9]*)\\}\\}"));
    return form;
}

// One pass over the text: a value that itself looks like a placeholder stays what it is.
QString filled(const QString &text, const QMap<QString, QString> &values)
{
    QString result;
    qsizetype from = 0;
    auto matches = placeholderMark().globalMatch(text);
    while (matches.hasNext()) {
        const auto match = matches.next();
        const QString value = values.value(match.captured(1)).trimmed();
        result += text.mid(from, match.capturedStart() - from);
        result += value.isEmpty() ? match.captured(0) : value;
        from = match.capturedEnd();
    }
    return result + text.mid(from);
}

NoticeContent filled(const NoticeContent &draft)
{
    NoticeContent notice = draft;
    notice.values.clear();
    eachText(
        notice, [&](QString &text, NoticePart) { text = filled(text, draft.values).trimmed(); });
    return notice;
}

QVector<OpenPlaceholder> openPlaceholders(const NoticeContent &content)
{
    QVector<OpenPlaceholder> open;
    eachText(content, [&](const QString &text, NoticePart part) {
        auto matches = placeholderMark().globalMatch(text);
        while (matches.hasNext()) {
            const QString key = matches.next().captured(1);
            const bool known = std::any_of(open.begin(), open.end(),
                [&](const OpenPlaceholder &one) { return one.key == key; });
            if (!known)
                open.append({ key, part });
        }
    });
    return open;
}
