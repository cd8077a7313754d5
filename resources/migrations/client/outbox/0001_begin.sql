-- What the clerk has done and the portal does not have yet: irreplaceable.
CREATE TABLE fact (
    name TEXT PRIMARY KEY, -- deviceId, serverId, clerkId …
    value TEXT NOT NULL
) WITHOUT ROWID;

CREATE TABLE operation (
    position INTEGER PRIMARY KEY AUTOINCREMENT, -- order of sending
    id TEXT NOT NULL UNIQUE,
    case_id TEXT NOT NULL,
    json BLOB NOT NULL,
    state TEXT NOT NULL,
    reason TEXT NOT NULL DEFAULT '',
    params TEXT NOT NULL DEFAULT '',
    attempts INTEGER NOT NULL DEFAULT 0,
    doubt INTEGER NOT NULL DEFAULT 0, -- attempts without an answer: it may have arrived
    queued INTEGER NOT NULL,
    next_attempt INTEGER NOT NULL DEFAULT 0,
    settled INTEGER NOT NULL DEFAULT 0,
    version INTEGER NOT NULL DEFAULT 0 -- of the case once delivered
);
CREATE INDEX operation_case ON operation (case_id, position);
CREATE INDEX operation_state ON operation (state);

CREATE TABLE draft (
    id TEXT PRIMARY KEY,
    case_id TEXT NOT NULL,
    kind TEXT NOT NULL,
    version INTEGER NOT NULL,
    content BLOB NOT NULL,
    files BLOB NOT NULL,
    saved INTEGER NOT NULL,
    keep_until INTEGER NOT NULL DEFAULT 0 -- of a case that was taken from the clerk; 0: for good
);
CREATE INDEX draft_case ON draft (case_id);

CREATE TABLE reference_block (
    request TEXT PRIMARY KEY,
    prefix TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    next INTEGER NOT NULL -- first number never given out
);
CREATE TABLE reference (
    reference TEXT PRIMARY KEY,
    request TEXT NOT NULL,
    number INTEGER NOT NULL,
    owner TEXT NOT NULL, -- empty: given back, free
    used INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX reference_owner ON reference (owner);
