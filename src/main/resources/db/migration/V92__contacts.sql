-- Who turned to us and waits for a reply: of a case with several customers, only they get it.
CREATE TABLE case_contact (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number  text        NOT NULL,
  customer_id  bigint      REFERENCES customer ON DELETE CASCADE,
  contacted_at timestamptz NOT NULL,
  replied_at   timestamptz
);
CREATE INDEX case_contact_waiting ON case_contact (case_number) WHERE replied_at IS NULL;
CREATE INDEX case_contact_customer ON case_contact (customer_id);
