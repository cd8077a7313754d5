#include "faults.h"

#ifdef KONTOR_FAULTS

#include <QByteArray>
#include <QtGlobal>

#include <cstdio>
#include <cstdlib>
#include <mutex>

namespace {

// Read once: where this process dies, and where its way is written down.
struct FaultPlan {
    int fatalStep = qEnvironmentVariableIntValue("KONTOR_FAULT_STEP");
    QByteArray fatalName;
    QByteArray countAfter = qgetenv("KONTOR_FAULT_AFTER"); // empty once it was passed
    int fatalPass = 1;
    std::FILE *log = nullptr;
    int passed = 0; // marks of any name
    int passedName = 0; // those of fatalName
    std::mutex mutex;

    FaultPlan()
    {
        fatalName = qgetenv("KONTOR_FAULT_AT");
        if (const qsizetype colon = fatalName.indexOf(':'); colon >= 0) {
            fatalPass = fatalName.mid(colon + 1).toInt();
            fatalName.truncate(colon);
        }
        const QByteArray file = qgetenv("KONTOR_FAULT_LOG");
        if (!file.isEmpty())
            log = std::fopen(file.constData(), "a");
    }
};

} // namespace

void faults::step(const char *name)
{
    static FaultPlan &plan = *new FaultPlan; // threads may still pass marks while the process ends
    const std::lock_guard lock(plan.mutex);
    if (plan.log) {
        std::fprintf(plan.log, "%s\n", name);
        std::fflush(plan.log);
    }
    ++plan.passed;
    plan.passedName += plan.fatalName == name && plan.countAfter.isEmpty();
    if (plan.countAfter == name)
        plan.countAfter.clear();
    if (plan.passed != plan.fatalStep
        && !(plan.fatalName == name && plan.countAfter.isEmpty()
            && plan.passedName == plan.fatalPass))
        return;
    std::fprintf(stderr, "fault step %d: %s\n", plan.passed, name);
    std::_Exit(137);
}

#endif
