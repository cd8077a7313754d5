#pragma once

#include <QLocalServer>

// One window for each profile: a second start raises the first window instead of waiting for a
// profile that is in use.
class SingleInstance : public QObject {
    Q_OBJECT
public:
    // profileRoot: the profile's folder, absolute
    explicit SingleInstance(const QString &profileRoot, QObject *parent = nullptr);

    // Asks a window that already has the profile to come forward; false if there is none.
    bool raiseOther() const;
    // From now on answers later starts.
    void listen();

signals:
    void raiseRequested();

private:
    QString m_name;
    QLocalServer m_server;
};
