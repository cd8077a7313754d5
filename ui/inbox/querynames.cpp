#include "querynames.h"

#include "ui/words/deskcontext.h"

#include <QLocale>

QueryLanguage queryLanguage(const DeskContext &context)
{
    const QString language = QLocale().name().left(2) == QLatin1String("de") ? QStringLiteral("de")
                                                                             : QStringLiteral("en");
    QueryNames names;
    for (const Department &department : context.session().departments)
        names.departments.append({ department.id.text, department.name.in(language) });
    for (const Colleague &colleague : context.session().colleagues) {
        if (!colleague.disabled)
            names.clerks.append({ colleague.id.text, colleague.name });
    }
    const Colleague &clerk = context.clerk();
    if (!clerk.id.isNull() && !names.clerks.contains({ clerk.id.text, clerk.name }))
        names.clerks.append({ clerk.id.text, clerk.name });
    for (const CaseType &type : context.caseTypes())
        names.services.append({ type.id.text, type.name.in(language) });
    return { names, language, context.today() };
}
