-- The client's cache: what the portal has told, replaceable at any time.
CREATE TABLE state (
    name TEXT PRIMARY KEY, -- cursor, epoch, serverId, session …
    value TEXT NOT NULL
) WITHOUT ROWID;

-- The narrow row that lists show; the whole case lies apart, so that scanning stays cheap.
CREATE TABLE cases (
    id INTEGER PRIMARY KEY AUTOINCREMENT, -- never given twice: lists hold it
    uuid TEXT NOT NULL,
    version INTEGER NOT NULL,
    generation INTEGER NOT NULL, -- of the full read that brought it last
    hidden INTEGER NOT NULL DEFAULT 0, -- revoked with too many others: erased once confirmed
    reference TEXT NOT NULL,
    ref_norm TEXT NOT NULL, -- letters and digits only, folded
    type TEXT NOT NULL,
    title TEXT NOT NULL,
    applicant TEXT NOT NULL,
    sort_key TEXT NOT NULL, -- folded, family name first
    snippet TEXT NOT NULL,
    state TEXT NOT NULL, -- wire name
    due INTEGER, -- Julian day
    paused INTEGER NOT NULL,
    period_ends INTEGER,
    assignee TEXT NOT NULL,
    department TEXT NOT NULL,
    unread INTEGER NOT NULL,
    follow_up INTEGER,
    fee_open INTEGER NOT NULL,
    internal INTEGER NOT NULL,
    attachments INTEGER NOT NULL,
    filed INTEGER NOT NULL, -- UTC milliseconds
    updated INTEGER NOT NULL
);
CREATE UNIQUE INDEX cases_uuid ON cases (uuid);
CREATE INDEX cases_ref_norm ON cases (ref_norm);
CREATE INDEX cases_due ON cases (due);
CREATE INDEX cases_sort_key ON cases (sort_key);
CREATE INDEX cases_updated ON cases (updated);
CREATE INDEX cases_filed ON cases (filed);

CREATE TABLE body (
    id INTEGER PRIMARY KEY, -- of cases
    json BLOB NOT NULL -- as it came, with what this program does not know
);

-- Which case names which file, so that the last one to go takes the bytes along.
CREATE TABLE file (
    sha256 TEXT NOT NULL,
    case_id INTEGER NOT NULL,
    PRIMARY KEY (sha256, case_id)
) WITHOUT ROWID;
CREATE INDEX file_case ON file (case_id);
CREATE TABLE doomed ( -- to be deleted from the disk after the commit
    sha256 TEXT PRIMARY KEY
) WITHOUT ROWID;

CREATE TABLE gone ( -- cases that left, so that a late page does not bring them back
    uuid TEXT PRIMARY KEY,
    version INTEGER NOT NULL,
    final INTEGER NOT NULL -- deleted at the portal; otherwise only taken from this clerk
) WITHOUT ROWID;

CREATE TABLE case_type (
    id TEXT NOT NULL,
    version INTEGER NOT NULL,
    json BLOB NOT NULL,
    PRIMARY KEY (id, version)
) WITHOUT ROWID;

-- One document per case. Contentless: the texts are in the body already and are made anew from it
-- when an entry has to be taken out.
CREATE VIRTUAL TABLE search USING fts5 (text, content='', tokenize='german');
INSERT INTO search (search, rank) VALUES ('hashsize', 8388608);
