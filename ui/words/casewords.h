#pragma once

#include "models/domain/casefile.h"
#include "models/domain/casetype.h"
#include "ui/common/statusring.h"

#include <QCoreApplication>

// The words for what the domain counts in enums, and the shape and tone that go with them.
struct CaseWords {
    Q_DECLARE_TR_FUNCTIONS(CaseWords)
public:
    static QString state(CaseState state);
    // The case type may have its own label for a state.
    static QString state(CaseState state, const CaseType *type);
    static StatusShape shape(CaseState state);
    // What choosing this state does: "Start processing", "Wait for the applicant".
    static QString transition(CaseState from, CaseState to);

    static QString level(AssuranceLevel level); // "High"
    static QString levelChip(AssuranceLevel level); // "Proven: high", empty if not proven
    static QString role(PartyRole role);
    static QString origin(AnswerOrigin origin);
    static QString origin(AttachmentOrigin origin);
    static QString channel(NoticeChannel channel);
    static QString fee(FeeState state);
    static Tone feeTone(FeeState state);
    static QString size(qint64 bytes); // "412 KB"
    // One line: "Lindenstraße 14, 06667 Lindenau".
    static QString address(const Address &address);
};
