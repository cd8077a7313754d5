#pragma once

#include "models/domain/result.h"

#include <QMap>

using LetterTexts = QMap<QString, QString>;

// Fixed texts of a document from resources/notices/texts, in one language. Error `letter.texts`
// (Corrupt) naming file, language and the key that lacks a translation.
Result<LetterTexts> letterTexts(const QString &name, const QString &language);
