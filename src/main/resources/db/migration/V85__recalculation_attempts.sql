-- What failed for a reason that may pass by itself is tried again, later each time.
ALTER TABLE recalculation ADD COLUMN attempts integer NOT NULL DEFAULT 0;
ALTER TABLE recalculation ADD COLUMN next_at timestamptz;
CREATE INDEX recalculation_case ON recalculation (case_number, id);
