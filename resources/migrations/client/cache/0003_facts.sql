-- What lists filter by. Numbers as the program counts them: rows of an older program are filled from
-- their bodies when `state` does not name the present 'rowFormat'.
ALTER TABLE cases ADD COLUMN fee INTEGER NOT NULL DEFAULT 0; -- FeeState; 0: none was asked for
ALTER TABLE cases ADD COLUMN level INTEGER NOT NULL DEFAULT 0; -- AssuranceLevel of the sign-in
ALTER TABLE cases ADD COLUMN delivery_failed INTEGER NOT NULL DEFAULT 0; -- of a notice
ALTER TABLE cases ADD COLUMN consulted INTEGER NOT NULL DEFAULT 0; -- another office has the word
