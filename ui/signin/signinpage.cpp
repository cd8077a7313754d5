#include "signinpage.h"

#include "ui/common/banner.h"
#include "ui/common/buttons.h"
#include "ui/common/labels.h"
#include "ui/common/panel.h"
#include "ui/common/theme.h"
#include "ui/dialogs/formfields.h"
#include "ui/shell/logo.h"
#include "ui/words/errortext.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPainter>
#include <QPushButton>

SignInPage::SignInPage(QWidget *parent)
    : QWidget(parent)
    , m_card(new Card)
    , m_server(new QLineEdit)
    , m_login(new QLineEdit)
    , m_password(new QLineEdit)
{
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(1);
    auto *middle = new QHBoxLayout; // no alignment: it would ask the card for a wrong height
    middle->addStretch(1);
    middle->addWidget(m_card);
    middle->addStretch(1);
    outer->addLayout(middle);
    outer->addStretch(1);
    auto *version
        = new ElidedLabel(QStringLiteral("Kontor " KONTOR_VERSION), TextRole::Small, Colour::Text2);
    outer->addWidget(version);
    outer->setContentsMargins(Space::huge, Space::page, Space::huge, Space::page);

    m_card->setRadius(Radius::dialog);
    auto *column = new QVBoxLayout(m_card);
    column->setContentsMargins(34, 30, 34, 30);
    column->setSpacing(0);
    auto *head = new QHBoxLayout;
    head->setSpacing(Space::medium);
    head->addWidget(new Logo(40));
    auto *words = new QVBoxLayout;
    words->setSpacing(0);
    words->addWidget(new ElidedLabel(tr("Welcome to Kontor"), TextRole::Title));
    words->addWidget(new ElidedLabel(
        tr("Sign in with your account at the service portal."), TextRole::Ui, Colour::Text2));
    head->addLayout(words, 1);
    column->addLayout(head);
    column->addSpacing(Space::page);
    m_error = new Banner(Tone::Red, QStringLiteral("circle-alert"));
    m_error->hide();
    column->addWidget(m_error);
    column->addSpacing(Space::small);
    m_server->setPlaceholderText(QStringLiteral("https://"));
    m_server->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_serverNote = addField(column, tr("Address of your service portal"), m_server,
        tr("Your administration tells it to you."));
    addField(column, tr("Login"), m_login);
    m_password->setEchoMode(QLineEdit::Password);
    addField(column, tr("Password"), m_password);
    m_keyring = new WrappedLabel({}, TextRole::Small, Colour::Text2);
    column->addWidget(m_keyring);
    column->addSpacing(Space::large);
    m_signIn = newButton(ButtonKind::Primary, tr("Sign in"), QStringLiteral("log-in"));
    m_signIn->setObjectName(QStringLiteral("signIn"));
    column->addWidget(m_signIn);
    for (QLineEdit *edit : { m_server, m_login, m_password }) {
        connect(edit, &QLineEdit::textChanged, this, &SignInPage::updateState);
        connect(edit, &QLineEdit::returnPressed, this, &SignInPage::onSignIn);
    }
    connect(m_signIn, &QPushButton::clicked, this, &SignInPage::onSignIn);
    setKeyringAvailable(true);
    updateState();
    fit();
}

void SignInPage::fit()
{
    m_card->setFixedWidth(Theme::of(this).scaled(478));
}

void SignInPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::StyleChange && m_card)
        fit();
}

void SignInPage::setServer(const QUrl &url, bool locked)
{
    m_server->setText(url.toString());
    m_server->setReadOnly(locked);
    m_serverNote->setText(
        locked ? tr("Given by your administration.") : tr("Your administration tells it to you."));
}

void SignInPage::setLogin(const QString &login)
{
    m_login->setText(login);
}

void SignInPage::setKeyringAvailable(bool available)
{
    m_keyring->setText(available
            ? tr("The sign-in is kept in the keyring of this computer; the password is not.")
            : tr("There is no keyring here: you are signed in for this session only."));
}

void SignInPage::setBusy(bool busy)
{
    m_busy = busy;
    updateState();
}

void SignInPage::showError(const Error &error)
{
    m_error->setText(ErrorWords::of(error).oneLine());
    m_error->show();
    setBusy(false);
    m_password->setFocus();
    m_password->selectAll();
}

void SignInPage::clearPassword()
{
    m_password->clear();
    m_error->hide();
}

void SignInPage::focusFirst()
{
    for (QLineEdit *edit : { m_server, m_login, m_password }) {
        if (edit->text().isEmpty() && !edit->isReadOnly()) {
            edit->setFocus();
            return;
        }
    }
    m_password->setFocus();
}

void SignInPage::updateState()
{
    const bool complete = !m_server->text().trimmed().isEmpty()
        && !m_login->text().trimmed().isEmpty() && !m_password->text().isEmpty();
    m_signIn->setEnabled(complete && !m_busy);
    m_signIn->setText(m_busy ? tr("Signing in …") : tr("Sign in"));
    m_signIn->setToolTip(complete ? QString() : tr("Fill in address, login and password."));
}

void SignInPage::onSignIn()
{
    if (!m_signIn->isEnabled())
        return;
    QString address = m_server->text().trimmed();
    if (!address.contains(QLatin1String("://")))
        address.prepend(QLatin1String("https://"));
    m_error->hide();
    setBusy(true);
    emit signInRequested(QUrl(address), m_login->text().trimmed(), m_password->text());
}

void SignInPage::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const Theme &theme = Theme::of(this);
    painter.fillRect(rect(), theme.colour(Colour::Window));
    paintShadow(&painter, m_card->geometry(), Radius::dialog, theme.colour(Colour::Shadow), 18, 4);
}
