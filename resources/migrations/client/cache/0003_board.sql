-- What the board of a team counts beside what lists show.
ALTER TABLE cases ADD COLUMN ended INTEGER; -- UTC milliseconds; NULL: the case is open
ALTER TABLE cases ADD COLUMN asked INTEGER NOT NULL DEFAULT 0; -- another department's answer is awaited
-- Of what is here already it stands in the bodies: the first change of state after the last one that left the case open.
UPDATE cases SET ended = coalesce((SELECT min(json_extract(event.value, '$.at'))
        FROM body, json_each(body.json, '$.events') AS event
        WHERE body.id = cases.id AND json_extract(event.value, '$.code') = 'case.state'
            AND event.key > coalesce((SELECT max(earlier.key) FROM json_each(body.json, '$.events') AS earlier
                WHERE json_extract(earlier.value, '$.code') = 'case.state' AND json_extract(earlier.value, '$.params.to')
                    IN ('new', 'accepted', 'inProgress', 'waitingForApplicant')), -1)), updated)
    WHERE state NOT IN ('new', 'accepted', 'inProgress', 'waitingForApplicant');
UPDATE cases SET asked = 1 WHERE EXISTS (SELECT 1 FROM body, json_each(body.json, '$.participations') AS part
    WHERE body.id = cases.id AND json_extract(part.value, '$.state') = 'open');
