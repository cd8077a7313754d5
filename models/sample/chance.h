#pragma once

#include <QList>
#include <QRandomGenerator>
#include <QString>

namespace sample {

// The one source of randomness: seeded, so that every run tells the same stories.
class Chance {
public:
    explicit Chance(quint32 seed)
        : m_random(seed)
    {
    }
    int between(int lowest, int highest) { return m_random.bounded(lowest, highest + 1); }
    bool in100(int percent) { return m_random.bounded(100) < percent; }
    double share(double lowest, double highest)
    {
        return lowest + m_random.generateDouble() * (highest - lowest);
    }
    quint32 number() { return m_random.generate(); }
    template <class T> const T &of(const QList<T> &list)
    {
        return list.at(m_random.bounded(int(list.size())));
    }
    // Index of a weight, e.g. {70, 20, 10}.
    int weighted(const QList<int> &weights)
    {
        int sum = 0;
        for (const int weight : weights)
            sum += weight;
        int left = m_random.bounded(sum);
        for (int i = 0; i < weights.size(); ++i) {
            left -= weights[i];
            if (left < 0)
                return i;
        }
        return 0;
    }

private:
    QRandomGenerator m_random;
};

} // namespace sample
