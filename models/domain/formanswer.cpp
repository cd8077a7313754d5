#include "formanswer.h"

bool FormAnswer::operator==(const FormAnswer &other) const = default;

const FormAnswer *findAnswer(const QList<FormAnswer> &answers, QStringView path)
{
    const qsizetype dot = path.indexOf(u'.');
    const QStringView key = dot < 0 ? path : path.left(dot);
    for (const FormAnswer &answer : answers) {
        if (answer.key == key)
            return dot < 0 ? &answer : findAnswer(answer.children, path.mid(dot + 1));
    }
    return nullptr;
}
