-- What customers without an address are told by telephone: one call for each message that others get by mail.
CREATE TABLE customer_call (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number  text        NOT NULL REFERENCES matter,
  customer_key text        NOT NULL,
  customer_id  bigint      REFERENCES customer ON DELETE SET NULL,
  name         text        NOT NULL,
  step         text        NOT NULL,
  subject      text        NOT NULL,
  text         text        NOT NULL,
  due_at       timestamptz NOT NULL,
  state        text        NOT NULL CHECK (state IN ('OPEN', 'TOLD', 'WAIVED', 'SUPERSEDED')),
  note         text,
  state_by     text        NOT NULL,
  state_at     timestamptz NOT NULL,
  UNIQUE (case_number, customer_key, step)
);
CREATE INDEX customer_call_customer ON customer_call (customer_id);
COMMENT ON TABLE customer_call IS 'Messages that are told by telephone, one for each customer and step.';
COMMENT ON COLUMN customer_call.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN customer_call.customer_key IS 'Our id of the customer, or the name where nobody knows which it is. Of the customer. Kept with the case.';
COMMENT ON COLUMN customer_call.name IS 'Name of the customer. Of the customer. Kept with the case.';
COMMENT ON COLUMN customer_call.step IS 'Step of the case whose message it is. Of nobody. Kept with the case.';
COMMENT ON COLUMN customer_call.subject IS 'Subject of the mail that others got. Of the customer. Kept with the case.';
COMMENT ON COLUMN customer_call.text IS 'Text of the mail that others got. Of the customer. Kept with the case.';
COMMENT ON COLUMN customer_call.state IS 'How far the call got, one of a list. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN customer_call.note IS 'What was said, or why nobody needs to call. Of the customer and the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN customer_call.state_by IS 'User id of who called or decided, or sistema. Of the staff. Kept with the case; only the latest.';
