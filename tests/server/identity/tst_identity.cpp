#include "server/identity/sessions.h"
#include "server/identity/staffsignin.h"
#include "server/store/engine.h"
#include "tests/server/store/office.h"

using namespace portal;

class TestIdentity : public QObject {
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_hash = *m_passwords.hash(QStringLiteral("Lindenblüte-26"));
        QVERIFY(m_hash.startsWith(QLatin1String("$argon2id$")));
        QVERIFY(m_hash.contains(QLatin1String("m=19456,t=2")));
    }

    void shouldKnowRightFromWrong()
    {
        QVERIFY(m_passwords.verify(m_hash, QStringLiteral("Lindenblüte-26")));
        // The same letters in another form, as another keyboard makes them.
        QVERIFY(m_passwords.verify(m_hash, QStringLiteral("Lindenblu\u0308te-26")));
        QVERIFY(!m_passwords.verify(m_hash, QStringLiteral("lindenblüte-26")));
        QVERIFY(!m_passwords.verify(QString(), QStringLiteral("Lindenblüte-26")));
    }

    void shouldRefuseWeakPasswords_data()
    {
        QTest::addColumn<QString>("password");
        QTest::addColumn<QString>("reason");
        QTest::newRow("good") << QStringLiteral("vier Wörter sind besser") << QString();
        QTest::newRow("short") << QStringLiteral("abc1234") << QStringLiteral("password.tooShort");
        QTest::newRow("long") << QString(129, u'x') << QStringLiteral("password.tooLong");
        QTest::newRow("long enough") << QString(128, u'x') << QString();
        QTest::newRow("common") << QStringLiteral("Passwort1") << QStringLiteral("password.common");
        QTest::newRow("login") << QStringLiteral("Maren.Kowalski")
                               << QStringLiteral("password.isLogin");
    }

    void shouldRefuseWeakPasswords()
    {
        QFETCH(QString, password);
        QFETCH(QString, reason);
        const Status judged = Passwords::judge(password, QStringLiteral("maren.kowalski"));
        QCOMPARE(judged ? QString() : judged.error().key, reason);
    }

    void shouldAnswerEveryWrongSignInAlike()
    {
        Office office;
        (void)add(office, "maren");
        const Account left = add(office, "left", true);
        LocalSignIn signIn(*office.store, office.clock, m_passwords);
        const auto ask = [&](const char *login, const char *password) {
            const auto result = signIn.authenticate({ QString::fromLatin1(login),
                QString::fromUtf8(password), QStringLiteral("192.0.2.1") });
            return result ? result->login : result.error().key;
        };
        QCOMPARE(ask("Maren", "Lindenblüte-26"), QStringLiteral("maren"));
        QCOMPARE(ask("maren", "wrong"), QStringLiteral("signin.refused"));
        QCOMPARE(ask("nobody", "wrong"), QStringLiteral("signin.refused"));
        QCOMPARE(ask("left", "Lindenblüte-26"), QStringLiteral("signin.refused"));
    }

    void shouldSlowGuessingDownAlsoAfterARestart()
    {
        Office office;
        (void)add(office, "maren");
        const Credentials wrong{ QStringLiteral("maren"), QStringLiteral("guess"),
            QStringLiteral("192.0.2.1") };
        const Credentials right{ wrong.login, QStringLiteral("Lindenblüte-26"), wrong.address };
        LocalSignIn signIn(*office.store, office.clock, m_passwords);
        for (int i = 0; i < 6; ++i)
            QCOMPARE(signIn.authenticate(wrong).error().key, QStringLiteral("signin.refused"));
        LocalSignIn restarted(*office.store, office.clock, m_passwords);
        const auto refused = restarted.authenticate(right);
        QCOMPARE(refused.error().key, QStringLiteral("signin.throttled"));
        QVERIFY(refused.error().params.value(QLatin1String("seconds")).toInt() > 0);
        office.clock.at = office.clock.at.plusSeconds(901);
        QVERIFY(restarted.authenticate(right));
    }

    void shouldRotateRefreshTokens()
    {
        Office office;
        const Account account = add(office, "maren");
        Sessions sessions(*office.store, office.clock);
        const auto first = sessions.open(account, {}, QStringLiteral("Büro-PC"));
        QCOMPARE(sessions.identify(first->accessToken)->account.login, QStringLiteral("maren"));
        const auto second = sessions.refresh(first->refreshToken);
        QVERIFY(second);
        QCOMPARE(second->device, first->device);
        QVERIFY(second->refreshToken != first->refreshToken);
        QVERIFY(sessions.refresh(second->refreshToken));
        QVERIFY(!sessions.refresh(QStringLiteral("made up")));
    }

    void shouldSignTheDeviceOutWhenATokenComesTwice()
    {
        Office office;
        const Account account = add(office, "maren");
        Sessions sessions(*office.store, office.clock);
        const auto stolen = sessions.open(account, {}, QStringLiteral("PC"));
        const auto other = sessions.open(account, {}, QStringLiteral("Notebook"));
        const auto used = sessions.refresh(stolen->refreshToken);
        QVERIFY(used);
        QVERIFY(sessions.identify(used->accessToken)); // the answer has arrived
        QCOMPARE(
            sessions.refresh(stolen->refreshToken).error().key, QStringLiteral("signin.revoked"));
        QCOMPARE(
            sessions.refresh(used->refreshToken).error().key, QStringLiteral("signin.revoked"));
        QVERIFY(!sessions.identify(used->accessToken));
        QVERIFY(sessions.identify(other->accessToken)); // other devices go on
    }

    void shouldAnswerAgainWhenTheAnswerWasLost()
    {
        Office office;
        const Account account = add(office, "maren");
        Sessions sessions(*office.store, office.clock);
        const auto first = sessions.open(account, {}, QStringLiteral("PC"));
        const auto lost = sessions.refresh(first->refreshToken);
        QVERIFY(sessions.identify(first->accessToken)); // of before: proves nothing
        const auto lostToo = sessions.refresh(first->refreshToken);
        const auto arrived = sessions.refresh(first->refreshToken);
        QVERIFY(lost && lostToo && arrived);
        QVERIFY(!sessions.identify(lost->accessToken)); // one pair lives
        QVERIFY(!sessions.identify(lostToo->accessToken));
        QVERIFY(sessions.identify(arrived->accessToken));
        QCOMPARE(
            sessions.refresh(first->refreshToken).error().key, QStringLiteral("signin.revoked"));
        QVERIFY(!sessions.identify(arrived->accessToken));
    }

    void shouldCountAsArrivedWhenTheNewRefreshTokenIsUsed()
    {
        Office office;
        const Account account = add(office, "maren");
        Sessions sessions(*office.store, office.clock);
        const auto first = sessions.open(account, {}, QStringLiteral("PC"));
        const auto second = sessions.refresh(first->refreshToken);
        const auto third = sessions.refresh(second->refreshToken);
        QVERIFY(third);
        QVERIFY(!sessions.refresh(first->refreshToken));
        QVERIFY(!sessions.identify(third->accessToken));
    }

    // A thief with the token of before voids the clerk's pair; the clerk's next call finds it out.
    void shouldFindOutWhoeverAskedWithACopy()
    {
        Office office;
        const Account account = add(office, "maren");
        Sessions sessions(*office.store, office.clock);
        const auto first = sessions.open(account, {}, QStringLiteral("PC"));
        const auto clerk = sessions.refresh(first->refreshToken);
        const auto thief = sessions.refresh(first->refreshToken);
        QVERIFY(sessions.identify(thief->accessToken));
        QCOMPARE(
            sessions.identify(clerk->accessToken).error().key, QStringLiteral("signin.expired"));
        QVERIFY(!sessions.refresh(clerk->refreshToken));
        QVERIFY(!sessions.identify(thief->accessToken));
        QVERIFY(!sessions.refresh(thief->refreshToken));
    }

    void shouldEndAccessInTime()
    {
        Office office;
        const Account account = add(office, "maren");
        Sessions sessions(*office.store, office.clock);
        const auto tokens = sessions.open(account, {}, QString());
        office.clock.at = tokens->accessExpires;
        QCOMPARE(
            sessions.identify(tokens->accessToken).error().key, QStringLiteral("signin.expired"));
        QVERIFY(sessions.refresh(tokens->refreshToken));
        office.clock.at = office.clock.at.plusSeconds(31 * 24 * 3600);
        QVERIFY(!sessions.refresh(tokens->refreshToken));
    }

    // S29: an absolute end, however diligently a program renews its tokens.
    void shouldAskForThePasswordAgainAfterNinetyDays()
    {
        Office office;
        const Account account = add(office, "maren");
        Sessions sessions(*office.store, office.clock);
        const auto first = sessions.open(account, {}, QString());
        auto tokens = first;
        for (int days = 0; days < 80; days += 20) {
            office.clock.at = office.clock.at.plusSeconds(20 * 24 * 3600);
            tokens = sessions.refresh(tokens->refreshToken);
            QVERIFY(tokens);
        }
        office.clock.at = office.clock.at.plusSeconds(10 * 24 * 3600 - 60);
        tokens = sessions.refresh(tokens->refreshToken);
        QVERIFY(sessions.identify(tokens->accessToken));
        office.clock.at = office.clock.at.plusSeconds(61);
        QVERIFY(!sessions.identify(tokens->accessToken));
        QVERIFY(!sessions.refresh(tokens->refreshToken));
        // A new sign-in on the same device begins a new time.
        const auto again = sessions.open(account, first->device, QString());
        office.clock.at = office.clock.at.plusSeconds(20 * 24 * 3600);
        QVERIFY(sessions.refresh(again->refreshToken));
    }

    void shouldEndTheFormerTokensWhenADeviceSignsInAgain()
    {
        Office office;
        const Account account = add(office, "maren");
        Sessions sessions(*office.store, office.clock);
        const auto before = sessions.open(account, {}, QString());
        const auto after = sessions.open(account, before->device, QString());
        QCOMPARE(after->device, before->device);
        QVERIFY(!sessions.identify(before->accessToken));
        QVERIFY(sessions.identify(after->accessToken));
        QVERIFY(!sessions.refresh(before->refreshToken));
        QVERIFY(sessions.refresh(after->refreshToken)); // a late knock does not end the new sign-in
    }

    void shouldEndAccessOfADisabledAccountAtOnce()
    {
        Office office;
        Account account = add(office, "maren");
        Sessions sessions(*office.store, office.clock);
        const auto tokens = sessions.open(account, {}, QString());
        account.clerk.disabled = true;
        QVERIFY(office.store->write(
            [&](Writing &writing) { return Accounts::save(writing, account); }));
        QVERIFY(!sessions.identify(tokens->accessToken));
        QVERIFY(!sessions.refresh(tokens->refreshToken));
    }

    void shouldKeepTheDeviceOfTheSameClerkOnly()
    {
        Office office;
        const Account maren = add(office, "maren");
        const Account jan = add(office, "jan");
        Sessions sessions(*office.store, office.clock);
        const DeviceId chosen = newId<DeviceId>(office.clock);
        const auto first = sessions.open(maren, chosen, QString());
        QCOMPARE(first->device, chosen);
        QVERIFY(sessions.close(chosen));
        QVERIFY(!sessions.identify(first->accessToken));
        QCOMPARE(sessions.open(maren, chosen, QString())->device, chosen);
        QVERIFY(sessions.open(jan, chosen, QString())->device != chosen);
    }

    void shouldStoreNoTokenAndNoPassword()
    {
        Office office;
        const Account account = add(office, "maren");
        Sessions sessions(*office.store, office.clock);
        const auto tokens = sessions.open(account, {}, QString());
        QFile file(office.folder.filePath(QStringLiteral("copy.db"))); // all that is kept
        QVERIFY(office.store->engine().copyTo(file.fileName()));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        QVERIFY(bytes.contains("maren"));
        QVERIFY(!bytes.contains(tokens->accessToken.toLatin1()));
        QVERIFY(!bytes.contains(tokens->refreshToken.toLatin1()));
        QVERIFY(!bytes.contains("Lindenbl"));
    }

private:
    Account add(Office &office, const char *login, bool disabled = false)
    {
        Account account;
        account.login = QString::fromLatin1(login);
        account.clerk.id = newId<ClerkId>(office.clock);
        account.clerk.name = account.login;
        account.clerk.disabled = disabled;
        account.passwordHash = m_hash;
        account.roles[DepartmentId{ QStringLiteral("green") }] = { Role::Clerk };
        const Status saved = office.store->write(
            [&](Writing &writing) { return Accounts::save(writing, account); });
        if (!saved)
            qFatal("account");
        return account;
    }

    Passwords m_passwords;
    QString m_hash;
};

QTEST_GUILESS_MAIN(TestIdentity)
#include "tst_identity.moc"
