#pragma once

#include "testdatabase.h"

#include "server/store/accounts.h"
#include "server/store/cases.h"
#include "server/store/casetypes.h"
#include "server/store/directory.h"
#include "server/store/files.h"
#include "server/store/registrar.h"

#include <QTemporaryDir>
#include <QtTest>

// A small office on disk for tests: two departments, a case type in each, clerks as needed.
class Office {
public:
    Office()
        : clock(Timestamp{ 1'795'000'000'000 }) // November 2026
    {
        auto opened
            = portal::Store::open(folder.filePath(QStringLiteral("data")), database.address());
        if (!opened)
            qFatal("store: %s", qPrintable(opened.error().detail));
        store = *std::move(opened);
        registrar = std::make_unique<portal::Registrar>(*store, clock);
        Authority authority;
        authority.name = QStringLiteral("Stadt Lindenau");
        authority.referencePrefix = QStringLiteral("LIN");
        const Status made = store->write([&](portal::Writing &writing) -> Status {
            if (const Status done = portal::Directory::saveAuthority(writing, authority); !done)
                return done;
            const QList<QStringList> departments{ { QStringLiteral("green"),
                                                      QStringLiteral("67.1") },
                { QStringLiteral("tax"), QStringLiteral("21.3") } };
            for (const QStringList &entry : departments) {
                Department department;
                department.id = DepartmentId{ entry[0] };
                department.code = entry[1];
                department.name.de = entry[0];
                if (const Status done = portal::Directory::saveDepartment(writing, department);
                    !done)
                    return done;
                CaseType type;
                type.id = CaseTypeId{ QStringLiteral("type-") + entry[0] };
                type.version = 1;
                type.name.de = QStringLiteral("Antrag");
                type.department = department.id;
                if (const auto saved = portal::CaseTypes::save(writing, type); !saved)
                    return saved.error();
            }
            return success();
        });
        if (!made)
            qFatal("office: %s", qPrintable(made.error().detail));
    }

    portal::Author clerk(const char *name, const char *department, Role role = Role::TeamLead) const
    {
        Grants grants;
        grants.insert(DepartmentId{ QString::fromLatin1(department) }, permissionsOf(role));
        const QString text = QString::fromLatin1(name);
        return portal::Author::clerk(Actor{ ActorKind::Clerk, text, text }, grants);
    }

    Operation operation(const CaseId &caseId, OperationArgs args, qint64 baseVersion = 0,
        const OperationId &after = {}) const
    {
        Operation made;
        made.id = newId<OperationId>(clock);
        made.caseId = caseId;
        made.baseVersion = baseVersion;
        made.after = after;
        made.createdAt = clock.now();
        made.args = std::move(args);
        return made;
    }

    // An application to a department, filed by a citizen.
    CaseFile filed(const char *department = "green", const QList<NewAttachment> &files = {},
        const DraftId &draft = {})
    {
        FileApplication filing;
        filing.type = CaseTypeId{ QStringLiteral("type-") + QString::fromLatin1(department) };
        filing.typeVersion = 1;
        filing.department = DepartmentId{ QString::fromLatin1(department) };
        filing.title = QStringLiteral("Antrag");
        filing.language = QStringLiteral("de");
        filing.attachments = files;
        Party party;
        party.roles = { PartyRole::Applicant };
        party.familyName = QStringLiteral("Yıldız");
        filing.parties = { party };
        const auto done = registrar->carryOut(operation(newId<CaseId>(clock), filing),
            portal::Author::draft(
                draft.isNull() ? newId<DraftId>(clock) : draft, QStringLiteral("Ayşe Yıldız")));
        if (!done || done->result.outcome != Outcome::Applied)
            qFatal("filed: %s", qPrintable(done ? done->result.reason : done.error().detail));
        return done->caseFile;
    }

    // Bytes in the store for an author, and the attachment that names them.
    NewAttachment file(const QByteArray &bytes, const QString &owner)
    {
        const auto kept
            = portal::keepBytes(*store, clock, bytes, QStringLiteral("application/pdf"), owner);
        if (!kept)
            qFatal("file: %s", qPrintable(kept.error().detail));
        return { newId<AttachmentId>(clock), QStringLiteral("Lageplan.pdf"), kept->type, kept->size,
            kept->sha256 };
    }

    CaseFile now(const CaseId &id) const
    {
        const auto found
            = store->read([&](portal::Sql &sql) { return portal::Cases(sql).find(id); });
        return found && *found ? **found : CaseFile{};
    }

    QTemporaryDir folder;
    TestDatabase database;
    FixedClock clock;
    std::unique_ptr<portal::Store> store;
    std::unique_ptr<portal::Registrar> registrar;
};
