#pragma once

#include <QByteArrayView>

// Finds the parts of a JSON text without building anything of them. It trusts nothing beyond the
// bounds of the text, but is no judge of it: what is taken out still has to be parsed by whoever
// wants to know what it says.
class JsonScanner {
public:
    explicit JsonScanner(QByteArrayView text)
        : m_at(text.begin())
        , m_end(text.end())
    {
    }

    // Calls member(key, value) for each member of the object that the text is; the key without its
    // quotes, both as they stand there. False if the text is no object or ends too early.
    template <class Member> bool object(Member member)
    {
        return list('{', '}', [&] {
            const QByteArrayView key = value();
            if (key.size() < 2 || key.front() != '"' || !take(':'))
                return false;
            const QByteArrayView found = value();
            return !found.isEmpty() && member(key.sliced(1, key.size() - 2), found);
        });
    }
    // Calls element(value) for each element of the array that the text is.
    template <class Element> bool array(Element element)
    {
        return list('[', ']', [&] {
            const QByteArrayView found = value();
            return !found.isEmpty() && element(found);
        });
    }

private:
    template <class Part> bool list(char begin, char end, Part part)
    {
        if (!take(begin))
            return false;
        if (take(end))
            return atEnd();
        do {
            if (!part())
                return false;
        } while (take(','));
        return take(end) && atEnd();
    }
    bool take(char wanted);
    bool atEnd();
    QByteArrayView value(); // the next one, empty if there is none
    void skipSpace();
    bool skipString();
    bool skipNested();

    const char *m_at;
    const char *m_end;
};
