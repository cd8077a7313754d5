#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QString>
#include <QUrl>

struct Answer;

// A citizen with a browser without JavaScript who files for bulky waste with a picture, page by
// page, and presses the button again when no answer came. Blocking.
class CitizenForm {
public:
    // `name`: family name, stands nowhere else.
    CitizenForm(const QUrl &portal, const QString &name, const QByteArray &picture);

    // Goes on where the last answer came; true once the receipt is shown. False: the portal did
    // not answer (wasCutOff()), or answered what nobody expects (complaint()).
    bool goOn();
    bool wasCutOff() const { return m_cutOff; }
    QString complaint() const { return m_complaint; }

private:
    using Form = QList<QPair<QByteArray, QByteArray>>;
    Answer ask(const QByteArray &method, const QString &path, const QByteArray &type = {},
        const QByteArray &body = {});
    bool open(const QString &path); // for its token
    bool post(const Form &form); // to m_at; follows where it leads
    bool sendPicture();
    bool step();
    bool lead(const Answer &answer);

    QUrl m_portal;
    QString m_name;
    QByteArray m_picture;
    QHash<QByteArray, QByteArray> m_cookies;
    QByteArray m_token;
    QString m_at; // page of the next step; empty: not begun
    bool m_pictureSent = false;
    bool m_cutOff = false;
    QString m_complaint;
};
