-- What was taken off a case because somebody had added it by mistake: gone from the case, not from its history.
CREATE TABLE unlinked_detail (
  id          bigint      PRIMARY KEY,
  case_number text        NOT NULL REFERENCES escalation,
  kind        text        NOT NULL,
  text        text        NOT NULL,
  customer_id bigint,
  settled_at  timestamptz,
  settled_by  text,
  reason      text        NOT NULL,
  unlinked_by text        NOT NULL,
  unlinked_at timestamptz NOT NULL
);
CREATE INDEX unlinked_detail_case ON unlinked_detail (case_number);

COMMENT ON TABLE unlinked_detail IS 'What was added to a case by mistake and taken off again.';
COMMENT ON COLUMN unlinked_detail.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN unlinked_detail.kind IS 'What the detail was, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN unlinked_detail.text IS
  'What was written: the name of a customer or contact, a number, an issue. Of the customer and others. Kept with the case.';
COMMENT ON COLUMN unlinked_detail.settled_by IS 'User id of who settled it before. Of the staff. Kept with the case.';
COMMENT ON COLUMN unlinked_detail.reason IS 'Why it was a mistake, as somebody wrote it. Of the customer and others. Kept with the case.';
COMMENT ON COLUMN unlinked_detail.unlinked_by IS 'User id of who took it off. Of the staff. Kept with the case.';
