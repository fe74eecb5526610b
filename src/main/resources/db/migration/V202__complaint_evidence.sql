-- Who took the whole of a complaint as one file, and which bytes they got.
CREATE TABLE complaint_evidence (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text        NOT NULL REFERENCES matter,
  digest      bytea       NOT NULL,
  made_by     text        NOT NULL,
  made_at     timestamptz NOT NULL
);
CREATE INDEX complaint_evidence_case ON complaint_evidence (case_number, id);
COMMENT ON TABLE complaint_evidence IS 'Files with the whole of a complaint that somebody took.';
COMMENT ON COLUMN complaint_evidence.case_number IS 'The complaint. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_evidence.digest IS 'SHA-256 of the file, which itself is not kept. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_evidence.made_by IS 'User id of who took it. Of the staff. Kept with the case.';
