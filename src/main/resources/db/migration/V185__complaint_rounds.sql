-- Who changed a point last, so that whoever comes too late knows whom to ask.
ALTER TABLE complaint_point ADD COLUMN changed_by text;
COMMENT ON COLUMN complaint_point.changed_by IS 'User id of who changed it last; empty while nobody has. Of the staff. Kept with the case; only the latest.';
UPDATE complaint_point SET changed_by = decided_by;

-- The sentence that a decision begins with: kept, so that a corrected letter is held to the same.
ALTER TABLE complaint_decision ADD COLUMN opening text;
COMMENT ON COLUMN complaint_decision.opening IS 'The apology that the letter begins with; empty where it has none. Of nobody. Kept with the case.';
