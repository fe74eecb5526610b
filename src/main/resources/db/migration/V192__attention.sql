-- People who asked for a human or for a supervisor, and when they got one (Ley 10/2025, arts. 8.2 and 8.3).
CREATE TABLE attention_request (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  kind          text        NOT NULL,
  matter_number text        REFERENCES matter ON DELETE CASCADE,
  call_id       text,
  asked_at      timestamptz NOT NULL,
  attended_at   timestamptz,
  due_at        timestamptz,
  phone         text,
  note          text,
  outcome       text,
  attended_by   text,
  reminded_at   timestamptz,
  missed_at     timestamptz,
  recorded_by   text        NOT NULL,
  recorded_at   timestamptz NOT NULL,
  UNIQUE (kind, call_id),
  CHECK (attended_at >= asked_at),
  CHECK (due_at > asked_at),
  CHECK (matter_number IS NOT NULL OR call_id IS NOT NULL)
);
CREATE INDEX attention_request_month ON attention_request (kind, asked_at);
CREATE INDEX attention_request_matter ON attention_request (matter_number);
COMMENT ON TABLE attention_request IS 'Who asked for a human or a supervisor when, and when they were attended: the raw data of the figures.';
COMMENT ON COLUMN attention_request.kind IS 'Whom they asked for. Of nobody. Kept with the case.';
COMMENT ON COLUMN attention_request.matter_number IS 'The matter in whose course it was; empty for calls of which no matter is known. Of nobody. Kept with the case.';
COMMENT ON COLUMN attention_request.call_id IS 'How the telephone system names the call, so that it counts once. Of the customer. Kept with the case.';
COMMENT ON COLUMN attention_request.phone IS 'The number to call back. Of the customer. Kept with the case.';
COMMENT ON COLUMN attention_request.note IS 'What the customer wanted of the supervisor. Of the customer. Kept with the case.';
COMMENT ON COLUMN attention_request.outcome IS 'What came of the call. Of the customer. Kept with the case.';
COMMENT ON COLUMN attention_request.attended_by IS 'User id of who attended them. Of the staff. Kept with the case.';
COMMENT ON COLUMN attention_request.recorded_by IS 'User id of who wrote it down. Of the staff. Kept with the case.';
