-- The answer that brings a new refresh token may be lost on the way. So a token remembers the one it
-- was given for (`replaces`) until somebody proves to hold it: until then the old one still counts.
ALTER TABLE refresh_token ADD COLUMN replaces BLOB NOT NULL DEFAULT '';
CREATE INDEX refresh_token_replaces ON refresh_token (replaces);
-- The refresh token that came in the same answer.
ALTER TABLE access_token ADD COLUMN refresh BLOB NOT NULL DEFAULT '';
