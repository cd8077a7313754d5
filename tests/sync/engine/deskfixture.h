#pragma once

#include "models/store/cachewriter.h"
#include "models/store/caseview.h"
#include "models/store/filestore.h"
#include "models/store/outbox.h"
#include "models/store/profile.h"
#include "models/store/referencestore.h"
#include "sync/credentials/credentials.h"
#include "sync/engine/syncengine.h"
#include "tests/testing/fakeportal.h"
#include "tests/testing/memorykeyring.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

// One desk at the fake portal: everything real but the window and the portal.
class DeskFixture {
public:
    explicit DeskFixture(FakePortal &portal, const Clock &clock)
        : portal(portal)
        , clock(clock)
    {
        open();
    }

    // As after the program was started: on what is on the disk.
    void open()
    {
        outbox = *Outbox::open(paths(), clock);
        outbox->references().setFormat([](const QString &prefix, qint64 number) {
            return QStringLiteral("%1-%2").arg(prefix).arg(number);
        });
        cache = *Cache::open(paths());
        writer = std::make_unique<CacheWriter>(paths(), clock);
        view = *CaseView::open(paths(), *outbox, *writer, clock);
        connection = std::make_unique<PortalConnection>(clock);
        TransportSettings settings;
        settings.baseUrl = portal.url();
        settings.proxy = TransportSettings::Proxy::None;
        settings.transferTimeoutMs = 5'000;
        QVERIFY(connection->configure(settings));
        credentials = std::make_unique<Credentials>(*connection, keyring);
        engine = std::make_unique<SyncEngine>(SyncParts{ *connection, *credentials, *outbox,
            *writer, cache->files(), clock, [] { return 0.5; }, pace });
    }
    void close()
    {
        engine.reset();
        credentials.reset();
        connection.reset();
        view.reset();
        writer.reset();
        cache.reset();
        outbox.reset();
    }

    bool signIn()
    {
        credentials->restore(DeviceId{ outbox->fact(QStringLiteral("deviceId")) });
        QSignalSpy done(credentials.get(), &Credentials::signInFinished);
        bool ok = false;
        const QObject context;
        QObject::connect(credentials.get(), &Credentials::signInFinished, &context,
            [&](const Result<DeviceId> &device) {
                if (!device)
                    qWarning() << device.error().key << device.error().detail;
                ok = device.ok() && outbox->setFact(QStringLiteral("deviceId"), device->text).ok();
            });
        credentials->signIn(portal.login, portal.password, QStringLiteral("test"));
        return done.wait() && ok;
    }

    // One round; its result.
    Status sync()
    {
        std::optional<Status> result;
        QObject context;
        QObject::connect(engine.get(), &SyncEngine::roundFinished, &context,
            [&](const Status &status) { result = status; });
        engine->syncNow();
        if (!QTest::qWaitFor([&] { return result.has_value(); }, 20'000))
            return error(ErrorCode::Internal, "test.noEnd");
        return *result;
    }

    Operation act(const CaseId &id, const OperationArgs &args)
    {
        return *outbox->append(view->operation(id, args));
    }
    Operation note(const CaseId &id, const QString &text)
    {
        return act(id, AddNote{ newId<NoteId>(clock), text });
    }

    // What is shown equals what the portal has: for every case, and not one more.
    bool equalsPortal()
    {
        const QMap<QString, CaseFile> &truth = portal.cases();
        if (cache->caseCount() != truth.size())
            return false;
        for (const CaseFile &caseFile : truth) {
            const std::optional<ViewedCase> viewed = view->find(caseFile.id);
            if (!viewed || !(viewed->caseFile == caseFile))
                return false;
        }
        return outbox->all().isEmpty();
    }

    ProfilePaths paths() const { return { folder.path() }; }

    FakePortal &portal;
    const Clock &clock;
    QTemporaryDir folder;
    MemoryKeyring keyring;
    SyncPace pace;
    std::unique_ptr<Outbox> outbox;
    std::unique_ptr<Cache> cache;
    std::unique_ptr<CacheWriter> writer;
    std::unique_ptr<CaseView> view;
    std::unique_ptr<PortalConnection> connection;
    std::unique_ptr<Credentials> credentials;
    std::unique_ptr<SyncEngine> engine;
};
