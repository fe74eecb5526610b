-- Of which milestones of the cases that they reported people hear by mail; who chose nothing has no row.
CREATE TABLE reporter_preference (
  user_id  text    PRIMARY KEY,
  received boolean NOT NULL,
  planned  boolean NOT NULL,
  resolved boolean NOT NULL,
  ended    boolean NOT NULL
);
COMMENT ON TABLE reporter_preference IS 'Of which milestones of their cases reporters hear by mail.';
COMMENT ON COLUMN reporter_preference.user_id IS 'User id of who reports cases. Of the staff. Kept without end; only the latest choice.';

CREATE INDEX escalation_reporter ON escalation (reported_by, reported_at);
