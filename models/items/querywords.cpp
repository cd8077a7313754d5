#include "querywords.h"

#include "models/store/germantext.h"

#include <algorithm>

namespace querywords {

namespace {

using Field = InboxTerm::Field;

constexpr FieldWord allFields[] = {
    { Field::Status, "status", "status", "state stand" },
    { Field::Department, "department", "fachbereich", "amt" },
    { Field::Assignee, "assignee", "zuständig", "responsible bearbeiter sachbearbeiter" },
    { Field::Service, "service", "leistung", "type vorgangsart" },
    { Field::Due, "due", "fällig", "target ziel bearbeitungsziel" },
    { Field::FollowUp, "follow-up", "wiedervorlage", "wv" },
    { Field::Period, "deadline", "frist", "period" },
    { Field::Filed, "filed", "eingang", "received eingegangen" },
    { Field::Updated, "changed", "geändert", "updated" },
    { Field::Fee, "fee", "gebühr", "zahlung payment" },
    { Field::Assurance, "assurance", "vertrauensniveau", "level niveau" },
    { Field::Waiting, "waiting", "wartet", "wartetauf waitingfor" },
    { Field::Unread, "unread", "ungelesen", "" },
    { Field::Error, "error", "fehler", "failed" },
    { Field::Is, "is", "ist", "" },
};

constexpr ValueWord states[] = {
    { "open", "open", "offen", "unfinished" },
    { "finished", "finished", "erledigt", "done" },
    { "new", "new", "neu" },
    { "accepted", "accepted", "angenommen" },
    { "inProgress", "in-progress", "in-bearbeitung", "bearbeitung" },
    { "waitingForApplicant", "waiting", "wartet", "waitingforapplicant antwortwartet" },
    { "decided", "decided", "entschieden" },
    { "closed", "closed", "abgeschlossen" },
    { "inadmissible", "inadmissible", "unzulässig" },
    { "withdrawn", "withdrawn", "zurückgenommen" },
    { "transferred", "transferred", "abgegeben" },
};
constexpr ValueWord people[] = {
    { "me", "me", "ich", "mir" },
    { "none", "none", "niemand", "nobody keiner" },
};
constexpr ValueWord days[] = {
    { "overdue", "overdue", "überfällig", "past vorbei" },
    { "today", "today", "heute" },
    { "tomorrow", "tomorrow", "morgen" },
    { "week", "week", "woche", "thisweek diesewoche" },
    { "none", "none", "keine", "keiner" },
    { "any", "any", "irgendwann", "yes ja" },
};
constexpr ValueWord followUps[] = {
    { "overdue", "due", "fällig", "overdue" },
    { "today", "today", "heute" },
    { "tomorrow", "tomorrow", "morgen" },
    { "week", "week", "woche", "thisweek diesewoche" },
    { "none", "none", "keine", "keiner no nein" },
    { "any", "any", "irgendwann", "yes ja" },
};
constexpr ValueWord pastDays[] = {
    { "today", "today", "heute" },
    { "yesterday", "yesterday", "gestern" },
    { "week", "week", "woche", "lastweek" },
};
constexpr ValueWord fees[] = {
    { "open", "open", "offen" },
    { "paid", "paid", "bezahlt" },
    { "failed", "failed", "fehlgeschlagen" },
    { "chargedBack", "charged-back", "zurückgebucht" },
    { "cancelled", "cancelled", "aufgehoben" },
    { "none", "none", "keine" },
};
constexpr ValueWord levels[] = {
    { "none", "none", "keines" },
    { "low", "low", "niedrig" },
    { "substantial", "substantial", "substantiell" },
    { "high", "high", "hoch" },
};
constexpr ValueWord waits[] = {
    { "applicant", "applicant", "antragsteller", "citizen bürger" },
    { "fee", "fee", "gebühr", "payment zahlung" },
    { "colleague", "colleague", "kollege", "department fachbereich" },
    { "yes", "yes", "ja" },
    { "no", "no", "nein" },
};
constexpr ValueWord answers[] = { { "yes", "yes", "ja" }, { "no", "no", "nein" } };
constexpr ValueWord errors[] = {
    { "payment", "payment", "zahlung", "fee gebühr" },
    { "delivery", "delivery", "zustellung", "handover übergabe" },
    { "transfer", "transfer", "übertragung", "conflict konflikt" },
    { "any", "any", "ja", "yes" },
    { "none", "none", "keine", "no nein" },
};
constexpr ValueWord flags[] = {
    { "unread", "unread", "ungelesen" },
    { "overdue", "overdue", "überfällig" },
    { "waiting", "waiting", "wartet" },
    { "paused", "paused", "ruhend", "ruht" },
    { "internal", "internal", "intern" },
    { "pending", "pending", "nicht-übertragen", "unsent" },
};

template <class Word> QString named(const Word &word, const QString &language)
{
    return QString::fromUtf8(language == QLatin1String("de") ? word.german : word.english);
}

template <class Word, class Test> bool anyName(const Word &word, Test test)
{
    if (test(foldedReference(QString::fromUtf8(word.english)))
        || test(foldedReference(QString::fromUtf8(word.german))))
        return true;
    const QStringList others = QString::fromUtf8(word.others).split(u' ', Qt::SkipEmptyParts);
    return std::any_of(others.begin(), others.end(),
        [&](const QString &other) { return test(foldedReference(other)); });
}

} // namespace

std::span<const FieldWord> fields()
{
    return allFields;
}

std::span<const ValueWord> values(Field field)
{
    switch (field) {
    case Field::Status:
        return states;
    case Field::Assignee:
        return people;
    case Field::Due:
    case Field::Period:
        return days;
    case Field::FollowUp:
        return followUps;
    case Field::Filed:
    case Field::Updated:
        return pastDays;
    case Field::Fee:
        return fees;
    case Field::Assurance:
        return levels;
    case Field::Waiting:
        return waits;
    case Field::Unread:
        return answers;
    case Field::Error:
        return errors;
    case Field::Is:
        return flags;
    case Field::Department:
    case Field::Service:
        break;
    }
    return {};
}

bool isDay(Field field)
{
    return field == Field::Due || field == Field::FollowUp || field == Field::Period
        || field == Field::Filed || field == Field::Updated;
}

QString nameOf(Field field, const QString &language)
{
    for (const FieldWord &word : allFields) {
        if (word.field == field)
            return named(word, language);
    }
    return {};
}

QString nameOf(Field field, const QString &value, const QString &language)
{
    for (const ValueWord &word : values(field)) {
        if (value == QLatin1String(word.value))
            return named(word, language);
    }
    return {};
}

std::optional<Field> fieldOf(QStringView typed)
{
    const QString wanted = foldedReference(typed);
    for (const FieldWord &word : allFields) {
        if (anyName(word, [&](const QString &name) { return name == wanted; }))
            return word.field;
    }
    return std::nullopt;
}

QString valueOf(Field field, QStringView typed)
{
    const QString wanted = foldedReference(typed);
    for (const ValueWord &word : values(field)) {
        if (anyName(word, [&](const QString &name) { return name == wanted; }))
            return QString::fromLatin1(word.value);
    }
    return {};
}

bool begins(const FieldWord &word, const QString &typed)
{
    return anyName(word, [&](const QString &name) { return name.startsWith(typed); });
}

bool begins(const ValueWord &word, const QString &typed)
{
    return anyName(word, [&](const QString &name) { return name.startsWith(typed); });
}

} // namespace querywords
