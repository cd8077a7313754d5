-- cases.hidden may also be 2: revoked, out of sight, to be erased. How far the erasing is stands in
-- `state` under the name 'erase'; what an older program had begun goes on with its files.
INSERT OR REPLACE INTO state (name, value)
    SELECT 'erase', 'files' FROM state WHERE name IN ('purge', 'truncate') AND value = '1' LIMIT 1;
DELETE FROM state WHERE name IN ('purge', 'truncate');
