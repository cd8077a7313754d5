#include "catalogue.h"

#include "fold.h"

#include <QCollator>
#include <algorithm>

namespace catalogue {

namespace {

// How well one spelling of a query word fits a text; 0: not at all. German compounds are searched
// by their parts, hence the substring.
int fit(const QString &wanted, const QString &text)
{
    int best = 0;
    for (const QString &word : spellings(text)) {
        for (const QString &part : word.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
            if (part == wanted)
                return 4;
            if (part.startsWith(wanted))
                best = std::max(best, 3);
            else if (wanted.size() >= 3 && part.contains(wanted))
                best = std::max(best, 2);
            else if (wanted.size() >= 5 && part.size() >= 4 && wanted.startsWith(part))
                best = std::max(best, 1);
        }
    }
    return best;
}

int fit(const QStringList &wantedSpellings, const QString &text)
{
    int best = 0;
    for (const QString &wanted : wantedSpellings)
        best = std::max(best, fit(wanted, text));
    return best;
}

int score(const PublicService &service, const QStringList &wanted)
{
    int best = 0;
    for (const QString &title : { service.title.de, service.title.en })
        best = std::max(best, 4 * fit(wanted, title));
    for (const QString &keyword : service.keywords)
        best = std::max(best, 3 * fit(wanted, keyword));
    for (const QString &summary : { service.summary.de, service.summary.en })
        best = std::max(best, fit(wanted, summary));
    return best;
}

} // namespace

const QStringList &knownLifeSituations()
{
    static const QStringList keys{ QStringLiteral("familie"), QStringLiteral("wohnen"),
        QStringLiteral("ausweis"), QStringLiteral("verkehr"), QStringLiteral("tiere"),
        QStringLiteral("umwelt"), QStringLiteral("bauen"), QStringLiteral("arbeit"),
        QStringLiteral("soziales"), QStringLiteral("steuern") };
    return keys;
}

Catalogue::Catalogue(QList<CaseType> types)
{
    for (CaseType &type : types) {
        const auto same = std::find_if(m_types.begin(), m_types.end(),
            [&](const CaseType &known) { return known.id == type.id; });
        if (same == m_types.end())
            m_types.append(std::move(type));
        else if (same->version < type.version)
            *same = std::move(type);
    }
}

const CaseType *Catalogue::type(const CaseTypeId &id) const
{
    for (const CaseType &type : m_types) {
        if (type.id == id)
            return &type;
    }
    return nullptr;
}

const CaseType *Catalogue::service(const QString &slug) const
{
    for (const CaseType &type : m_types) {
        if (type.service && type.service->slug == slug)
            return &type;
    }
    return nullptr;
}

QList<const CaseType *> Catalogue::services(const QString &language) const
{
    QList<const CaseType *> found;
    for (const CaseType &type : m_types) {
        if (type.service && !reportsBarriers(*type.service))
            found.append(&type);
    }
    QCollator collator{ QLocale(language) };
    std::stable_sort(found.begin(), found.end(), [&](const CaseType *a, const CaseType *b) {
        return collator.compare(a->service->title.in(language), b->service->title.in(language)) < 0;
    });
    return found;
}

QStringList Catalogue::lifeSituations() const
{
    QStringList used;
    for (const QString &key : knownLifeSituations()) {
        for (const CaseType &type : m_types) {
            if (type.service && type.service->lifeSituations.contains(key)) {
                used.append(key);
                break;
            }
        }
    }
    return used;
}

QList<const CaseType *> Catalogue::inLifeSituation(
    const QString &key, const QString &language) const
{
    QList<const CaseType *> found = services(language);
    found.removeIf([&](const CaseType *t) { return !t->service->lifeSituations.contains(key); });
    return found;
}

QList<const CaseType *> Catalogue::search(const QString &query, const QString &language) const
{
    const QStringList words = query.left(200).simplified().split(QLatin1Char(' '));
    QList<QPair<int, const CaseType *>> ranked;
    for (const CaseType *type : services(language)) {
        int sum = 0;
        for (const QString &word : words) {
            QStringList wanted = spellings(word);
            wanted.removeAll(QString());
            const int points = wanted.isEmpty() ? 0 : score(*type->service, wanted);
            if (points == 0) {
                sum = 0;
                break;
            }
            sum += points;
        }
        if (sum > 0)
            ranked.append({ sum, type });
    }
    std::stable_sort(ranked.begin(), ranked.end(),
        [](const auto &a, const auto &b) { return a.first > b.first; });
    QList<const CaseType *> found;
    for (const auto &[points, type] : ranked)
        found.append(type);
    return found;
}

} // namespace catalogue
