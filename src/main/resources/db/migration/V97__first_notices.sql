-- The proof, customer by customer, that the first notice of a case was given (001-19).
CREATE TABLE first_notice (
  id           bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number  text        NOT NULL,
  -- The known customer, or the name that was written where nobody knows which customer it is.
  customer_key text        NOT NULL,
  customer_id  bigint      REFERENCES customer ON DELETE SET NULL,
  name         text        NOT NULL,
  address      text,
  message_id   bigint,
  state        text        NOT NULL CHECK (state IN ('PENDING', 'SENT', 'FAILED', 'NO_ADDRESS', 'ACKNOWLEDGED', 'WAIVED')),
  state_at     timestamptz NOT NULL,
  state_by     text        NOT NULL,
  reason       text,
  -- Whether the process of the case knows of the state.
  settled      boolean     NOT NULL DEFAULT false,
  UNIQUE (case_number, customer_key)
);
CREATE INDEX first_notice_customer ON first_notice (customer_id);
CREATE INDEX first_notice_moving ON first_notice (id) WHERE state IN ('PENDING', 'FAILED') OR NOT settled;
