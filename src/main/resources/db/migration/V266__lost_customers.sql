-- Customers who were lost, each time that they were: why, and what it costs.
CREATE TABLE lost_customer (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- The register outlives the customer's row.
  customer_id    bigint      NOT NULL,
  customer_name  text        NOT NULL,
  tier           text        NOT NULL,
  lost_on        date        NOT NULL,
  number         text        UNIQUE REFERENCES matter,
  let_go         boolean     NOT NULL,
  cause          text        NOT NULL,
  worrying       boolean     NOT NULL,
  lesson         text        NOT NULL,
  currency       text,
  yearly_cents   bigint,
  multiple       numeric(8,4),
  at_stake_cents bigint,
  -- Nobody of ours had a word with them in the ninety days before.
  silent         boolean     NOT NULL,
  owner_id       text,
  recorded_by    text        NOT NULL,
  recorded_at    timestamptz NOT NULL,
  UNIQUE (customer_id, lost_on)
);
CREATE INDEX lost_customer_day ON lost_customer (lost_on);
COMMENT ON TABLE lost_customer IS 'Customers who were lost, why, and what that costs.';
COMMENT ON COLUMN lost_customer.customer_name IS 'What the customer is called. Of the customer. Kept with the case.';
COMMENT ON COLUMN lost_customer.tier IS 'The contract''s level when they were lost, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN lost_customer.number IS 'The case in which somebody tried to keep them. Of nobody. Kept with the case.';
COMMENT ON COLUMN lost_customer.cause IS 'Why they left, a code of the table of causes. Of nobody. Kept with the case.';
COMMENT ON COLUMN lost_customer.lesson IS 'What is learned of it. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN lost_customer.currency IS 'Currency of the amounts, three letters. Of nobody. Kept with the case.';
COMMENT ON COLUMN lost_customer.owner_id IS 'User id of who answered for them. Of the staff. Kept with the case.';
COMMENT ON COLUMN lost_customer.recorded_by IS 'User id of who recorded it. Of the staff. Kept with the case.';
