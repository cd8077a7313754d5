#pragma once

#include "models/domain/result.h"

#include <QCoreApplication>

// An error in the four parts that a person needs: what happened, why, what to do now, and the
// reference under which the support finds it. Every error has all four.
struct ErrorText {
    QString what;
    QString why;
    QString now;
    QString reference;

    // "what why now (reference)" for banners and lists.
    QString oneLine() const;
    bool operator==(const ErrorText &) const = default;
};

struct ErrorWords {
    Q_DECLARE_TR_FUNCTIONS(ErrorWords)
public:
    static ErrorText of(const Error &error);
    // The reason of a conflict or refusal, by its key ("conflict.field", "fee.notOpen" …).
    static QString reason(const QString &key);

private:
    static QString what(const Error &error);
    static QString why(const Error &error);
    static QString now(const Error &error);
};
