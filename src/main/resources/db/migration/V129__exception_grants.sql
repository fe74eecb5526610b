-- What owners granted alone, within their limit: the limit is one of the case, not of the click.
CREATE TABLE exception_grant (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text        NOT NULL REFERENCES escalation,
  kind        text        NOT NULL,
  euros       integer     CHECK (euros > 0),
  what        text        NOT NULL,
  granted_by  text        NOT NULL,
  granted_at  timestamptz NOT NULL
);
CREATE INDEX exception_grant_case ON exception_grant (case_number);
COMMENT ON TABLE exception_grant IS 'Exceptions and resources that the owner of a case granted alone.';
COMMENT ON COLUMN exception_grant.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN exception_grant.kind IS 'What it is about, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN exception_grant.what IS 'What was granted. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN exception_grant.granted_by IS 'User id of who granted it. Of the staff. Kept with the case.';
