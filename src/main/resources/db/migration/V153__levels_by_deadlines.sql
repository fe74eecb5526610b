-- Deadlines of one matter that pass at once take it up once: which of them did.
ALTER TABLE case_level ADD COLUMN deadline_id bigint REFERENCES deadline;
COMMENT ON COLUMN case_level.deadline_id IS 'Deadline whose miss took the case there; empty where somebody asked. Of nobody. Kept with the case.';
