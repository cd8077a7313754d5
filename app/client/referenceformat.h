#pragma once

class Outbox;

// Payment references that the outbox gives get the printed form with check digits. The store only
// counts numbers and must not know how they are written.
void usePrintedReferences(Outbox &outbox);
