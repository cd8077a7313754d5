#pragma once

#include <QList>
#include <QProcess>
#include <QTemporaryDir>

// HAProxy in front of the processes of a portal, as an operator runs several: one port for each
// list of them, connections in turn.
namespace bench {

class Balancer {
public:
    explicit Balancer(const QList<QList<int>> &backends); // ports of loopback
    ~Balancer();

    int port(int backend) const { return m_ports.at(backend); }

private:
    QTemporaryDir m_folder;
    QProcess m_process;
    QList<int> m_ports;
};

} // namespace bench
