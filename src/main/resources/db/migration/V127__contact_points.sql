-- What a customer said, point by point: each question has its answer before the reply leaves.
CREATE TABLE contact_point (
  id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  contact_id       bigint      NOT NULL REFERENCES case_contact ON DELETE CASCADE,
  position         integer     NOT NULL,
  text             text        NOT NULL,
  question         boolean     NOT NULL,
  quotable         boolean     NOT NULL,
  answer           text,
  no_answer_reason text,
  decided_by       text,
  decided_at       timestamptz,
  version          integer     NOT NULL DEFAULT 0,
  CHECK (answer IS NULL OR no_answer_reason IS NULL)
);
CREATE INDEX contact_point_contact ON contact_point (contact_id);
COMMENT ON TABLE contact_point IS 'The points of what a customer said, each with its answer. Contacts from before have none.';
COMMENT ON COLUMN contact_point.text IS 'A question, a wish or a statement. Of the customer. Kept with the case.';
COMMENT ON COLUMN contact_point.answer IS 'What the customer is answered to it. Of the customer. Kept with the case; only the latest.';
COMMENT ON COLUMN contact_point.no_answer_reason IS 'Why it needs no answer. Of the customer and the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN contact_point.decided_by IS 'User id of who answered or dropped it. Of the staff. Kept with the case; only the latest.';
