#include "deskcontext.h"

#include <algorithm>

DeskContext::DeskContext(const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_transfers(new TransferList(this))
{
}

void DeskContext::setSession(const Session &session)
{
    if (session == m_session)
        return;
    m_session = session;
    emit changed();
}

void DeskContext::setCaseTypes(const QList<CaseType> &types)
{
    if (types == m_types)
        return; // told at every change of a case
    m_types = types;
    emit changed();
}

void DeskContext::setLaw(const LawTable &law)
{
    m_law = law;
}

const NoticeTemplate *DeskContext::noticeTemplate(const TemplateRef &ref) const
{
    for (const NoticeTemplate &one : m_templates) {
        if (one.ref.id == ref.id)
            return &one;
    }
    return nullptr;
}

QByteArray DeskContext::zone() const
{
    const QByteArray zone = m_session.authority.zone.toLatin1();
    return QTimeZone(zone).isValid() ? zone : QByteArrayLiteral("Europe/Berlin");
}

const CaseType *DeskContext::caseType(const CaseFile &caseFile) const
{
    const CaseType *best = nullptr;
    for (const CaseType &type : m_types) {
        if (type.id != caseFile.type)
            continue;
        if (type.version == caseFile.typeVersion)
            return &type;
        if (!best || type.version > best->version)
            best = &type;
    }
    return best;
}

QList<CaseType> DeskContext::caseTypes() const
{
    QMap<QString, CaseType> newest;
    for (const CaseType &type : m_types) {
        const auto known = newest.constFind(type.id.text);
        if (known == newest.cend() || known->version < type.version)
            newest.insert(type.id.text, type);
    }
    return newest.values();
}

QList<CaseType> DeskContext::internalTypes() const
{
    QList<CaseType> list;
    for (const CaseType &type : caseTypes()) {
        if (!type.service && may(Permission::CaseOpen, type.department))
            list.append(type);
    }
    const QString language = QLocale().name().left(2);
    std::sort(list.begin(), list.end(), [&](const CaseType &a, const CaseType &b) {
        return a.name.in(language).localeAwareCompare(b.name.in(language)) < 0;
    });
    return list;
}

QString DeskContext::citation(const StatutoryPeriod &period) const
{
    for (const StatutoryRule &rule : m_law.periods) {
        if (rule.law.id == period.rule)
            return rule.law.citation;
    }
    return period.rule;
}

QString DeskContext::departmentName(const DepartmentId &id) const
{
    for (const Department &department : m_session.departments) {
        if (department.id == id)
            return department.name.in(QLocale().name().left(2));
    }
    return id.text;
}

QString DeskContext::serviceName(const CaseTypeId &id) const
{
    const CaseType *newest = nullptr;
    for (const CaseType &type : m_types) {
        if (type.id == id && (!newest || type.version > newest->version))
            newest = &type;
    }
    return newest ? newest->name.in(QLocale().name().left(2)) : id.text;
}

QList<DepartmentId> DeskContext::reportDepartments() const
{
    QList<DepartmentId> found;
    for (auto it = m_session.grants.begin(); it != m_session.grants.end(); ++it) {
        if (it->contains(Permission::ReportTeam))
            found.append(it.key());
    }
    std::sort(
        found.begin(), found.end(), [this](const DepartmentId &one, const DepartmentId &other) {
            return QString::localeAwareCompare(departmentName(one), departmentName(other)) < 0;
        });
    return found;
}

QString DeskContext::clerkName(const ClerkId &id) const
{
    if (id == m_session.clerk.id)
        return m_session.clerk.name;
    for (const Colleague &colleague : m_session.colleagues) {
        if (colleague.id == id)
            return colleague.name;
    }
    return id.text;
}

QList<Colleague> DeskContext::colleaguesOf(const DepartmentId &department) const
{
    QList<Colleague> found;
    bool self = false;
    for (const Colleague &colleague : m_session.colleagues) {
        if (colleague.disabled || !colleague.departments.contains(department))
            continue;
        found.append(colleague);
        self = self || colleague.id == m_session.clerk.id;
    }
    if (!self && m_session.clerk.departments.contains(department))
        found.append(m_session.clerk);
    std::sort(found.begin(), found.end(), [](const Colleague &one, const Colleague &other) {
        return QString::localeAwareCompare(one.name, other.name) < 0;
    });
    return found;
}

PermissionSet DeskContext::permissions(const DepartmentId &department) const
{
    const QList<Permission> granted = m_session.grants.value(department);
    return { granted.begin(), granted.end() };
}

bool DeskContext::may(Permission permission, const DepartmentId &department) const
{
    return m_session.grants.value(department).contains(permission);
}
