-- What the customer is told of an analysis is written apart from the internal one.
ALTER TABLE rca
  ADD COLUMN customer_summary text,
  ADD COLUMN customer_lessons text,
  DROP COLUMN shortened;
COMMENT ON COLUMN rca.customer_summary IS 'What happened, as the customer is told. Of the customer. Kept with the case; only the latest.';
COMMENT ON COLUMN rca.customer_lessons IS 'What changes, as the customer is told. Of the customer. Kept with the case; only the latest.';

ALTER TABLE rca_cause
  ADD COLUMN for_customer boolean NOT NULL DEFAULT false,
  DROP CONSTRAINT rca_cause_pkey,
  ADD PRIMARY KEY (case_number, for_customer, position);

ALTER TABLE rca_action
  ADD COLUMN for_customer boolean NOT NULL DEFAULT false,
  ALTER COLUMN owner DROP NOT NULL,
  DROP CONSTRAINT rca_action_pkey,
  ADD PRIMARY KEY (case_number, for_customer, position);
