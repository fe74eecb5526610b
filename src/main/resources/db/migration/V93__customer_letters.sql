-- What people write to customers: each letter, its versions as they were checked, and who read them before they went out.
CREATE TABLE customer_letter (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number    text        NOT NULL REFERENCES escalation,
  -- The only reader, or nobody where all customers of the case get it.
  customer_id    bigint      REFERENCES customer ON DELETE CASCADE,
  intent         text        NOT NULL,
  status         text        NOT NULL
                 CHECK (status IN ('WRITTEN', 'CLEARED', 'IN_READING', 'SENT_BACK', 'APPROVED', 'SENT', 'DROPPED')),
  readers        text,
  reading_reason text,
  step           text,
  created_at     timestamptz NOT NULL,
  ended_at       timestamptz
);
CREATE INDEX customer_letter_case ON customer_letter (case_number, id);
CREATE INDEX customer_letter_customer ON customer_letter (customer_id);

CREATE TABLE letter_version (
  letter_id       bigint      NOT NULL REFERENCES customer_letter,
  version         integer     NOT NULL,
  author          text        NOT NULL,
  text            text        NOT NULL,
  findings        text        NOT NULL,
  override_reason text,
  mentions_legal  boolean     NOT NULL,
  mentions_remedy boolean     NOT NULL,
  written_at      timestamptz NOT NULL,
  PRIMARY KEY (letter_id, version)
);

CREATE TABLE letter_reading (
  letter_id bigint      NOT NULL,
  version   integer     NOT NULL,
  reader    text        NOT NULL,
  approved  boolean     NOT NULL,
  comment   text,
  read_at   timestamptz NOT NULL,
  PRIMARY KEY (letter_id, version),
  FOREIGN KEY (letter_id, version) REFERENCES letter_version
);
