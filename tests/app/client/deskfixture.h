#pragma once

#include "app/client/caseactions.h"
#include "app/client/desk.h"
#include "models/store/caseview.h"
#include "models/store/draftstore.h"
#include "models/store/referencestore.h"
#include "sync/credentials/credentials.h"
#include "sync/engine/syncengine.h"
#include "tests/testing/casefixtures.h"
#include "tests/testing/fakeportal.h"
#include "tests/testing/memorykeyring.h"

#include <QTemporaryDir>
#include <QTest>

// A whole desk at the fake portal, on a profile of its own: what the programs put together, without
// their windows and command lines.
class ClientFixture {
public:
    ClientFixture()
        : portal(clock)
        , settings({ folder.filePath(QStringLiteral("policy.ini")),
              folder.filePath(QStringLiteral("user.ini")) })
    {
        Authority &authority = portal.session.authority;
        authority.name = QStringLiteral("Stadt Lindenau");
        authority.address = { QStringLiteral("Markt 1"), {}, QStringLiteral("12345"),
            QStringLiteral("Lindenau"), {}, {} };
        authority.ars = QStringLiteral("053340002002");
        authority.bank = { QStringLiteral("Stadtkasse Lindenau"),
            QStringLiteral("DE02120300000000202051"), {}, {}, {} };
        portal.session.clerk.phone = QStringLiteral("03443 555-214");
        CaseType type;
        type.id = { QStringLiteral("baumfaellgenehmigung") };
        type.version = 1;
        type.name = { QStringLiteral("Baumfällgenehmigung"), {} };
        type.department = { QStringLiteral("umweltamt") };
        type.feeDefaults = { { QStringLiteral("Gebühr"), { 3'000, QStringLiteral("EUR") },
            QStringLiteral("§ 2 der Satzung"), {} } };
        portal.types = { type };
        for (int n = 1; n <= 3; ++n)
            portal.add(sampleCase(n));
    }

    bool open()
    {
        if (!settings.setServer(portal.url())
            || !settings.set(Settings::proxyMode, QStringLiteral("none")))
            return false;
        Result<std::unique_ptr<Desk>> opened
            = Desk::open({ folder.filePath(QStringLiteral("profile")) },
                { clock, keyring, settings, [] { return 0.5; } });
        if (!opened)
            return false;
        desk = *std::move(opened);
        return true;
    }
    bool signIn()
    {
        desk->restoreSignIn();
        std::optional<bool> done;
        QObject context;
        QObject::connect(&desk->credentials(), &Credentials::signInFinished, &context,
            [&](const Result<DeviceId> &device) { done = device.ok(); });
        desk->signIn(portal.login, portal.password);
        return QTest::qWaitFor([&] { return done.has_value(); }, 20'000) && *done;
    }
    Status sync()
    {
        std::optional<Status> result;
        QObject context;
        QObject::connect(&desk->engine(), &SyncEngine::roundFinished, &context,
            [&](const Status &status) { result = status; });
        desk->engine().syncNow();
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 20'000))
            return error(ErrorCode::Internal, "test.noEnd");
        return *result;
    }
    bool ready() { return open() && signIn() && sync(); }

    CaseId id(int n = 1) const { return sampleCase(n).id; }
    CaseFile seen(int n = 1) const { return desk->view().find(id(n))->caseFile; }
    QString write(const QString &name, const QByteArray &bytes) const
    {
        QFile file(folder.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(bytes) != bytes.size())
            qFatal("cannot write the file");
        return file.fileName();
    }

    QTemporaryDir folder;
    FixedClock clock{ { 1'795'423'260'000 } }; // Monday 2026-11-23
    FakePortal portal;
    MemoryKeyring keyring;
    Settings settings;
    std::unique_ptr<Desk> desk;
};
