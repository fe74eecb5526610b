-- The next level is the superior's of whoever was meant, not of whoever stood in.
ALTER TABLE case_level ADD COLUMN wanted_person_id text;
-- Of levels reached before, only who got them is known.
UPDATE case_level SET wanted_person_id = person_id;
