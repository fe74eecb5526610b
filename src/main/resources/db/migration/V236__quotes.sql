-- What was offered in an opportunity, version by version; each leaves as a letter, and not before its commitment is covered.
CREATE TABLE quote (
  number            text          NOT NULL REFERENCES pursuit,
  version           integer       NOT NULL CHECK (version > 0),
  status            text          NOT NULL CHECK (status IN ('WAITING', 'SENT', 'REPLACED', 'RETURNED', 'WITHDRAWN')),
  content           text          NOT NULL,
  amount            numeric(14, 2) NOT NULL CHECK (amount > 0),
  currency          text          NOT NULL,
  discount          numeric(5, 2) NOT NULL CHECK (discount BETWEEN 0 AND 100),
  custom_terms      text,
  terms             text,
  valid_until       date          NOT NULL,
  letter_id         bigint        UNIQUE REFERENCES customer_letter,
  commitment_number text          NOT NULL UNIQUE REFERENCES commitment (number),
  prepared_by       text          NOT NULL,
  prepared_at       timestamptz   NOT NULL,
  sent_at           timestamptz,
  follow_up_at      timestamptz,
  note              text,
  PRIMARY KEY (number, version),
  CHECK ((status IN ('SENT', 'REPLACED')) = (sent_at IS NOT NULL)),
  CHECK ((sent_at IS NULL) = (follow_up_at IS NULL))
);
-- One is on its way at a time, and one stands.
CREATE UNIQUE INDEX quote_waiting ON quote (number) WHERE status = 'WAITING';
CREATE UNIQUE INDEX quote_sent ON quote (number) WHERE status = 'SENT';
COMMENT ON TABLE quote IS 'The quotes of opportunities, each version.';
COMMENT ON COLUMN quote.number IS 'The opportunity. Of nobody. Kept with the case.';
COMMENT ON COLUMN quote.status IS 'How far it got. Of nobody. Kept with the case.';
COMMENT ON COLUMN quote.content IS 'What is offered. Of the customer. Kept with the case.';
COMMENT ON COLUMN quote.currency IS 'Currency of the amount, ISO 4217. Of nobody. Kept with the case.';
COMMENT ON COLUMN quote.custom_terms IS 'Terms that are not our usual ones. Of the customer. Kept with the case.';
COMMENT ON COLUMN quote.terms IS 'Our usual terms as they were written. Of the customer. Kept with the case.';
COMMENT ON COLUMN quote.commitment_number IS 'The commitment that the gate asks for. Of nobody. Kept with the case.';
COMMENT ON COLUMN quote.prepared_by IS 'Who prepared it. Of the staff. Kept with the case.';
COMMENT ON COLUMN quote.note IS 'Why it did not leave. Of the customer. Kept with the case.';

-- A commitment may belong to a matter; then only what was asked word for word covers it.
ALTER TABLE commitment ADD COLUMN matter_number text REFERENCES matter;
COMMENT ON COLUMN commitment.matter_number IS 'The matter that it belongs to. Of nobody. Kept with the case.';
