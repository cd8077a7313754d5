#include "sample.h"

#include "story.h"

#include <algorithm>

namespace sample {

QList<Step> steps(const Scenario &scenario)
{
    QList<const CaseType *> usable;
    for (const CaseType &type : scenario.types) {
        if (type.service)
            usable.append(&type);
    }
    QList<Step> all;
    if (usable.isEmpty() || scenario.clerks.isEmpty())
        return all;
    Chance chance(scenario.seed);
    for (int number = 0; number < scenario.cases; ++number)
        all += Story(scenario, *chance.of(usable), number, chance).tell();
    std::stable_sort(
        all.begin(), all.end(), [](const Step &a, const Step &b) { return a.at < b.at; });
    return all;
}

} // namespace sample
