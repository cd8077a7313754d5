#pragma once

#include "models/domain/result.h"

#include <QHash>
#include <QSet>
#include <QStringList>

namespace citizen {

// All words of the pages by key and language. Both languages must have the same keys with the same
// parameters, which is checked when they are loaded: nobody meets half a translation.
class Texts {
public:
    // From portal.de.json and portal.en.json of a folder (default: compiled in). Error: Corrupt
    // "pages.texts", the detail names keys.
    static Result<Texts> load(const QString &folder = QStringLiteral(":/kontor/texts"));

    bool has(const QString &key) const { return m_texts.contains(QLatin1String("de/") + key); }
    // {name} is replaced by params["name"]. A key that is not there is a defect: it is logged and
    // shown, so that tests find it.
    QString text(const QString &language, const QString &key, const QJsonObject &params = {}) const;
    // Like text() for {count}: the key with ".one" if count is 1, else with ".many".
    QString counted(
        const QString &language, const QString &key, int count, QJsonObject params = {}) const;
    QStringList keys() const;

private:
    QHash<QString, QString> m_texts; // "de/key"
};

// Every language of the pages: "de" first.
const QStringList &languages();

} // namespace citizen
