#pragma once

#include "models/domain/result.h"

#include <QUrl>
#include <QWidget>

class Banner;
class Card;
class QLabel;
class QLineEdit;
class QPushButton;
class WrappedLabel;

// The first thing a clerk sees: address of the portal once, login and password, and the truth about
// where the sign-in is kept.
class SignInPage : public QWidget {
    Q_OBJECT
public:
    explicit SignInPage(QWidget *parent = nullptr);

    void setServer(const QUrl &url, bool locked); // locked: set by the administration
    void setLogin(const QString &login);
    // False: no keyring, the sign-in lasts until the program ends.
    void setKeyringAvailable(bool available);
    void setBusy(bool busy);
    void showError(const Error &error);
    void clearPassword();
    void focusFirst();

signals:
    void signInRequested(const QUrl &server, const QString &login, const QString &password);

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void updateState();
    void onSignIn();
    void fit();

    Card *m_card;
    QLineEdit *m_server;
    WrappedLabel *m_serverNote;
    QLineEdit *m_login;
    QLineEdit *m_password;
    WrappedLabel *m_keyring;
    Banner *m_error;
    QPushButton *m_signIn;
    bool m_busy = false;
};
