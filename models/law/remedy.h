#pragma once

#include "lawtable.h"

#include <QMap>

// Remedy instructions (Rechtsbehelfsbelehrung): fixed texts, since any untrue or misleading
// addition opens the period of a year (§ 58 (2) VwGO). Only the named placeholders are filled.

// The rows that apply in a Land on a day, the newest version of each id.
QVector<RemedyInstruction> remedies(const LawTable &table, const QString &land, QDate day);
// One row; version 0 is the newest. Error `law.remedy.none` (NotFound).
Result<RemedyInstruction> remedyById(const LawTable &table, const QString &id, int version = 0);
// The text with its placeholders replaced. Error `law.remedy.value` (InvalidInput) naming an empty
// one: authority or court and its seat must be there (§ 58 (1) VwGO).
Result<QString> remedyText(const RemedyInstruction &remedy, const QMap<QString, QString> &values);
