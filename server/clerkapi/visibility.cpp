#include "visibility.h"

#include "limits.h"

#include "models/domain/wire.h"
#include "server/store/directory.h"

namespace portal {

bool isVisible(const FeedEntry &entry, const Caller &caller)
{
    return entry.departments.isEmpty() || caller.mayRead(entry.departments);
}

bool isForgotten(const FeedEntry &entry, Timestamp closedBefore)
{
    const CaseState state = caseStateOf(entry.state);
    const bool over = !isOpen(state) && state != CaseState::Decided && state != CaseState::Unknown;
    return over && entry.updatedAt < closedBefore;
}

Timestamp closedBefore(Timestamp now)
{
    return now.plusSeconds(-qint64(limits::closedDays) * 24 * 3600);
}

Result<CursorBinding> bindingOf(Sql &sql, const Caller &caller)
{
    const Directory directory(sql);
    const Result<QString> epoch = directory.epoch();
    if (!epoch)
        return epoch.error();
    const Result<QByteArray> secret = directory.secret();
    if (!secret)
        return secret.error();
    return CursorBinding{ *secret, caller.account.clerk.id.text.toUtf8(), epoch->toUtf8(),
        caller.scope() };
}

} // namespace portal
