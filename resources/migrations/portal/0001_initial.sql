-- Schema 1 of the portal. Documents are JSON in `body`; columns beside it are what is searched for.
-- Times are UTC milliseconds, days ISO 8601. SQL that SQLite runs as it is and PostgreSQL after a few
-- substitutions (dialect::schema): what only one of them knows stands behind "-- sqlite:" or, as a
-- comment, "-- postgresql:".

CREATE TABLE meta (
    name TEXT PRIMARY KEY,
    value BLOB NOT NULL
);

CREATE TABLE department (
    id TEXT PRIMARY KEY,
    body TEXT NOT NULL
);

-- Everything that clerks' programs keep a copy of.
CREATE TABLE aggregate (
    row INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    department TEXT NOT NULL DEFAULT '',
    state TEXT NOT NULL DEFAULT '',
    assignee TEXT NOT NULL DEFAULT '',
    reference TEXT NOT NULL DEFAULT '',
    type TEXT NOT NULL DEFAULT '',
    filed_at INTEGER NOT NULL DEFAULT 0,
    updated_at INTEGER NOT NULL DEFAULT 0,
    delete_on TEXT NOT NULL DEFAULT '',
    body TEXT NOT NULL,
    UNIQUE (kind, id)
);
CREATE INDEX aggregate_reference ON aggregate (reference) WHERE reference <> '';
CREATE INDEX aggregate_state ON aggregate (kind, state, filed_at);

-- Payment references of a case's fees.
CREATE TABLE fee_reference (
    reference TEXT PRIMARY KEY,
    case_id TEXT NOT NULL
);

-- The latest change of each aggregate, numbered in the order of commits. `departments` may see it
-- (",a,b,"; empty: everybody), `former` could once and have to be told that they no longer may.
CREATE TABLE feed (
    number INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    action TEXT NOT NULL,
    departments TEXT NOT NULL DEFAULT '',
    former TEXT NOT NULL DEFAULT '',
    UNIQUE (kind, id)
);

CREATE TABLE case_type (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    body TEXT NOT NULL,
    PRIMARY KEY (id, version)
);

-- Written in the transaction of the effect, so that a repeated operation finds its answer.
CREATE TABLE operation (
    id TEXT PRIMARY KEY,
    author TEXT NOT NULL,
    fingerprint BLOB NOT NULL,
    after TEXT NOT NULL DEFAULT '',
    case_id TEXT NOT NULL,
    version INTEGER NOT NULL,
    at INTEGER NOT NULL,
    result TEXT NOT NULL
);
CREATE INDEX operation_at ON operation (at);

-- Only ever added to: hash = SHA-256(previous hash, row).
CREATE TABLE audit (
    number INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    actor TEXT NOT NULL,
    action TEXT NOT NULL,
    subject TEXT NOT NULL,
    details TEXT NOT NULL,
    hash BLOB NOT NULL
);
CREATE INDEX audit_subject ON audit (subject);
-- sqlite:
CREATE TRIGGER audit_keeps_rows BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;
CREATE TRIGGER audit_keeps_all BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'the audit log is only added to');
END;

-- postgresql:
/*
CREATE FUNCTION audit_keeps() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'the audit log is only added to' USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER audit_keeps_rows BEFORE UPDATE ON audit FOR EACH ROW EXECUTE FUNCTION audit_keeps();
CREATE TRIGGER audit_keeps_all BEFORE DELETE OR TRUNCATE ON audit FOR EACH STATEMENT EXECUTE FUNCTION audit_keeps();
*/
-- both:

CREATE TABLE account (
    id TEXT PRIMARY KEY,
    login TEXT NOT NULL UNIQUE,
    password TEXT NOT NULL,
    must_change INTEGER NOT NULL DEFAULT 0,
    roles TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    body TEXT NOT NULL
);

CREATE TABLE device (
    id TEXT PRIMARY KEY,
    clerk TEXT NOT NULL,
    name TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    revoked_at INTEGER NOT NULL DEFAULT 0,
    signed_in_at INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX device_clerk ON device (clerk);
CREATE TABLE refresh_token (
    hash BLOB PRIMARY KEY,
    device TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL,
    used_at INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX refresh_token_device ON refresh_token (device);
CREATE TABLE access_token (
    hash BLOB PRIMARY KEY,
    device TEXT NOT NULL,
    clerk TEXT NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE INDEX access_token_device ON access_token (device);

CREATE TABLE throttle (
    key TEXT PRIMARY KEY,
    failures INTEGER NOT NULL,
    since INTEGER NOT NULL,
    blocked_until INTEGER NOT NULL
);

-- Bytes under files/; they belong to their owner until a case takes them.
CREATE TABLE file (
    id TEXT PRIMARY KEY,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    type TEXT NOT NULL,
    owner TEXT NOT NULL,
    at INTEGER NOT NULL
);
CREATE INDEX file_owner ON file (owner, sha256);
CREATE TABLE attachment (
    case_id TEXT NOT NULL,
    id TEXT NOT NULL,
    file TEXT NOT NULL REFERENCES file (id),
    PRIMARY KEY (case_id, id)
);
CREATE INDEX attachment_file ON attachment (file);

-- Resumable uploads of clerks.
CREATE TABLE upload (
    id TEXT PRIMARY KEY,
    owner TEXT NOT NULL,
    sha256 TEXT NOT NULL,
    size INTEGER NOT NULL,
    name TEXT NOT NULL,
    type TEXT NOT NULL,
    received INTEGER NOT NULL DEFAULT 0,
    file TEXT NOT NULL DEFAULT '',
    at INTEGER NOT NULL,
    UNIQUE (owner, sha256, size)
);

CREATE TABLE citizen_draft (
    id TEXT PRIMARY KEY,
    token BLOB NOT NULL UNIQUE,
    service TEXT NOT NULL,
    body TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    updated_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE INDEX citizen_draft_expires ON citizen_draft (expires_at);
CREATE TABLE citizen_session (
    token BLOB PRIMARY KEY,
    subject TEXT NOT NULL,
    data TEXT NOT NULL,
    created_at INTEGER NOT NULL,
    last_seen_at INTEGER NOT NULL,
    expires_at INTEGER NOT NULL
);
CREATE INDEX citizen_session_expires ON citizen_session (expires_at);
CREATE TABLE citizen_access (
    case_id TEXT PRIMARY KEY,
    code BLOB NOT NULL
);

CREATE TABLE mail (
    number INTEGER PRIMARY KEY,
    case_id TEXT NOT NULL,
    recipient TEXT NOT NULL,
    kind TEXT NOT NULL,
    language TEXT NOT NULL,
    params TEXT NOT NULL,
    state INTEGER NOT NULL,
    attempts INTEGER NOT NULL,
    created_at INTEGER NOT NULL,
    next_attempt_at INTEGER NOT NULL,
    sent_at INTEGER NOT NULL,
    outcome TEXT NOT NULL
);
CREATE INDEX mail_due ON mail (state, next_attempt_at);
CREATE INDEX mail_case ON mail (case_id);

CREATE TABLE reference_counter (
    name TEXT PRIMARY KEY,
    next INTEGER NOT NULL
);
-- Numbers that a device gave back; leased again before new ones.
CREATE TABLE reference_free (
    prefix TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    PRIMARY KEY (prefix, first)
);
CREATE TABLE reference_block (
    request_id TEXT PRIMARY KEY,
    device TEXT NOT NULL,
    clerk TEXT NOT NULL,
    prefix TEXT NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    at INTEGER NOT NULL
);
