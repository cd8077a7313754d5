#include "postgresaddress.h"

#include <libpq-fe.h>
#include <memory>

namespace portal {

namespace {

struct OptionsFree {
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, OptionsFree>;

Options optionsOf(const QString &address)
{
    char *problem = nullptr;
    Options options(PQconninfoParse(address.toUtf8().constData(), &problem));
    PQfreemem(problem);
    return options;
}

} // namespace

bool isPostgresAddress(const QString &address)
{
    return (address.startsWith(QLatin1String("postgresql://"))
               || address.startsWith(QLatin1String("postgres://")))
        && optionsOf(address);
}

bool namesPassword(const QString &address)
{
    const Options options = optionsOf(address);
    for (const PQconninfoOption *option = options.get(); option && option->keyword; ++option) {
        const QByteArray keyword = option->keyword;
        if (option->val && (keyword == "password" || keyword == "sslpassword"))
            return true;
    }
    return false;
}

} // namespace portal
