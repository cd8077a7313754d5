-- What the board of a team counts beside what lists filter by; filled as 0003 says.
ALTER TABLE cases ADD COLUMN ended INTEGER; -- UTC milliseconds; NULL: the case is open
