#pragma once

#include <QByteArray>
#include <QJsonObject>

// A JSON object that is kept as its text. Bodies of cases travel from the portal's store through
// the feed into the client's cache: only who looks into one parses it, nobody writes it anew.
class JsonText {
public:
    JsonText() = default;
    JsonText(const QJsonObject &object); // implicit: a body is made of an object
    explicit JsonText(const QByteArray &text)
        : m_text(text)
    {
    }

    const QByteArray &text() const { return m_text; } // UTF-8, compact if made of an object
    QJsonObject object() const; // parsed each time; empty if the text is no object
    bool isEmpty() const { return m_text.isEmpty(); }
    bool operator==(const JsonText &) const = default;

private:
    QByteArray m_text;
};
