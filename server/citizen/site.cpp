#include "site.h"

namespace citizen {

const Department *Office::department(const DepartmentId &id) const
{
    for (const Department &department : departments) {
        if (department.id == id)
            return &department;
    }
    return nullptr;
}

Site::Site(const Context &context, Texts texts, Templates templates, Assets assets, LawTable law)
    : context(context)
    , texts(std::move(texts))
    , templates(std::move(templates))
    , assets(std::move(assets))
    , law(std::move(law))
    , m_catalogue(context.store)
{
}

Result<std::shared_ptr<const Office>> Site::office() const
{
    {
        const std::lock_guard lock(m_mutex);
        if (m_office && m_age.elapsed() < 60'000)
            return m_office;
    }
    const Result<Office> read = context.store.read([](portal::Sql &sql) -> Result<Office> {
        const portal::Directory directory(sql);
        Result<Authority> authority = directory.authority();
        if (!authority)
            return authority.error();
        Result<QList<Department>> departments = directory.departments();
        if (!departments)
            return departments.error();
        Result<QByteArray> secret = directory.secret();
        if (!secret)
            return secret.error();
        return Office{ *std::move(authority), *std::move(departments), *std::move(secret) };
    });
    const std::lock_guard lock(m_mutex);
    if (!read) {
        if (m_office)
            return m_office;
        return read.error();
    }
    m_office = std::make_shared<const Office>(*read);
    m_age.start();
    return m_office;
}

std::shared_ptr<const Office> Site::knownOffice() const
{
    const std::lock_guard lock(m_mutex);
    return m_office;
}

QDate Site::today() const
{
    const auto known = knownOffice();
    return localDate(now(), known ? known->authority.zone.toLatin1() : QByteArray("Europe/Berlin"));
}

} // namespace citizen
