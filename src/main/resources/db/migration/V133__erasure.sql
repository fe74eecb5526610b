-- Who was erased, so that one can show that it was done.
CREATE TABLE erasure (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  erased_at      timestamptz NOT NULL,
  operator       text        NOT NULL,
  address_digest text        NOT NULL,
  gone           text        NOT NULL
);
COMMENT ON TABLE erasure IS 'Erasures of what was held about a person outside.';
COMMENT ON COLUMN erasure.operator IS 'Name of the account of the system from which it was done. Of the staff. Kept without end.';
COMMENT ON COLUMN erasure.address_digest IS 'SHA-256 of the address in lower case: whoever knows it can show that it was erased. Of the customer, the prospect and others. Kept without end.';
COMMENT ON COLUMN erasure.gone IS 'How much of what went, a line each, in Spanish. Of nobody. Kept without end.';
