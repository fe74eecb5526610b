-- A changed plan counts once the customer was told.
ALTER TABLE action_plan ADD COLUMN pending boolean NOT NULL DEFAULT false;
-- Whether a pause that waits for the customer sent them the note as a question.
ALTER TABLE clock_pause ADD COLUMN asked boolean NOT NULL DEFAULT false;
