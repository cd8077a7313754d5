#include "party.h"

QString displayName(const Party &party)
{
    if (!party.organisation.isEmpty())
        return party.organisation;
    QStringList parts{ party.title, party.givenName, party.familyName };
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}
