#pragma once

#include "backoffice.h"
#include "deskdriver.h"

#include "tests/testing/faultproxy.h"

#include <QTemporaryDir>

// A portal, three desks on the same cases, and everything that may happen to them. Each desk keeps
// the history of what its clerk was told, by which the end of a run is judged. Two desks are the
// same clerk's.
class World {
public:
    static constexpr int desks = 3;
    static constexpr int cases = 4;

    World();
    ~World();

    bool begin(); // false: see complaint()
    QString complaint() const { return m_complaint; }

    void beginDay(); // what was taken from the desks is theirs again

    // What clerks do. `number` is a case; no text stands twice.
    void write(int desk, const QString &kind, int number); // draft, note or reply
    void sync(int desk); // may fail: that is what is tried
    void syncUnder(int desk, const QString &fault); // "METHOD PATH KIND …" of the fault proxy
    void jumpClock(int desk, int seconds);
    // Writes and sends until the desk's program dies at the `mark`-th of the marked steps, on its
    // `passing`-th passing; then starts it again.
    void kill(int desk, int mark, int passing);

    // What happens at the portal.
    void applicantWrites(int number);
    void revoke(int number); // to another department, with a word that must leave the desks
    void giveBack(int number);
    void killPortal();
    void restartPortal();
    void backUp();
    void restore();

    // Nothing goes wrong any more, and clerks decide what waits for them. Then what was broken.
    QStringList settle();

private:
    struct Seat {
        QTemporaryDir folder;
        QString login;
        int aheadSeconds = 0;
    };
    bool carryOut(int desk, const QStringList &steps);
    QStringList stepsOf(int desk, const QStringList &steps) const;
    QString newText(const QString &kind, int desk);
    QMap<QString, CaseFile> truthFor(const QString &login);
    QStringList violations(int desk, const QMap<QString, CaseFile> &truth);
    QStringList traces(int desk);
    void run(const QStringList &arguments);
    void serve();

    PortalProcess m_portal;
    std::unique_ptr<BackOffice> m_office;
    std::unique_ptr<FaultProxy> m_proxy;
    Seat m_seats[desks];
    QList<CaseId> m_cases;
    QStringList m_marks; // that a day of a desk passes
    QString m_backup;
    QHash<QString, CaseId> m_canaries; // of this day: word, and the case in which it stands
    QSet<int> m_taken;
    int m_texts = 0;
    QString m_complaint;
};
