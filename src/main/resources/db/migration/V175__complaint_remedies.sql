-- What customers were granted for what went wrong. Limits count by matter, budgets of small extras by person and month.
CREATE TABLE complaint_remedy (
  id                bigint        GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  matter_number     text          NOT NULL REFERENCES matter,
  kind              text          NOT NULL,
  basis             text          NOT NULL,
  amount            numeric(12,2) NOT NULL CHECK (amount >= 0),
  currency          text          NOT NULL CHECK (currency = 'EUR'),
  what              text          NOT NULL,
  reason            text          CHECK (reason IS NOT NULL OR basis <> 'DISCRETION'),
  commitment_number text          UNIQUE REFERENCES commitment (number),
  granted_by        text          NOT NULL,
  granted_at        timestamptz   NOT NULL,
  CHECK ((basis = 'EXTRA') = (kind = 'EXTRA')),
  CHECK ((basis = 'AUTHORISED') = (commitment_number IS NOT NULL))
);
CREATE INDEX complaint_remedy_matter ON complaint_remedy (matter_number);
CREATE INDEX complaint_remedy_extra ON complaint_remedy (granted_by, granted_at) WHERE basis = 'EXTRA';
COMMENT ON TABLE complaint_remedy IS 'What customers were granted for what went wrong.';
COMMENT ON COLUMN complaint_remedy.matter_number IS 'Number of the matter. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_remedy.kind IS 'What it is, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_remedy.basis IS 'By what right it was granted, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_remedy.currency IS 'Currency of the amount (ISO 4217). Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_remedy.what IS 'What exactly the customer gets. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint_remedy.reason IS
  'Why, where it was at somebody''s discretion. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN complaint_remedy.commitment_number IS 'The commitment that allowed it; empty where none was needed. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_remedy.granted_by IS 'User id of who granted it. Of the staff. Kept with the case.';

-- The four questions before a customer who asks for too much is given in to, or not.
CREATE TABLE complaint_demand (
  id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  matter_number text        NOT NULL REFERENCES matter,
  worth_keeping boolean     NOT NULL,
  effect        text        NOT NULL,
  small_cost    boolean     NOT NULL,
  overrules     boolean     NOT NULL,
  yields        boolean     NOT NULL,
  reason        text        NOT NULL,
  told          text        CHECK (told IS NOT NULL OR NOT (overrules AND yields)),
  decided_by    text        NOT NULL,
  decided_at    timestamptz NOT NULL
);
CREATE INDEX complaint_demand_matter ON complaint_demand (matter_number);
COMMENT ON TABLE complaint_demand IS 'Decisions on customers who ask for more than is reasonable.';
COMMENT ON COLUMN complaint_demand.matter_number IS 'Number of the matter. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_demand.effect IS 'What happens if the customer is let go. Of the customer. Kept with the case.';
COMMENT ON COLUMN complaint_demand.reason IS 'Why it was decided so. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN complaint_demand.told IS 'What was said to the colleague whose decision is undone. Of the staff. Kept with the case.';
COMMENT ON COLUMN complaint_demand.decided_by IS 'User id of who decided. Of the staff. Kept with the case.';
