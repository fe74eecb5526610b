-- The monthly look at all customers: one for each month, and as many rehearsals as anybody wants.
CREATE TABLE review (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  -- It looks at what happened before the first day of this month.
  month          date        NOT NULL CHECK (extract(day FROM month) = 1),
  rehearsal      boolean     NOT NULL,
  table_version  integer     NOT NULL,
  -- The edited table of a rehearsal; none where it tries the one in force.
  edited_name    text,
  edited         bytea,
  status         text        NOT NULL CHECK (status IN ('RUNNING', 'DONE')),
  -- The last customer that was looked at.
  reviewed_to    bigint      NOT NULL DEFAULT 0,
  customers      integer     NOT NULL DEFAULT 0,
  flagged        integer     NOT NULL DEFAULT 0,
  little_history integer     NOT NULL DEFAULT 0,
  begun_by       text        NOT NULL,
  begun_at       timestamptz NOT NULL,
  ended_at       timestamptz,
  CHECK ((status = 'DONE') = (ended_at IS NOT NULL)),
  CHECK ((edited IS NULL) = (edited_name IS NULL)),
  CHECK (rehearsal OR edited IS NULL)
);
-- The lock of a month: whoever comes second finds it taken.
CREATE UNIQUE INDEX review_month ON review (month) WHERE NOT rehearsal;

CREATE TABLE review_customer (
  review_id      bigint  NOT NULL REFERENCES review ON DELETE CASCADE,
  customer_id    bigint  NOT NULL,
  flagged        boolean NOT NULL,
  little_history boolean NOT NULL,
  last_on        date,
  PRIMARY KEY (review_id, customer_id)
);
CREATE INDEX review_customer_flagged ON review_customer (customer_id, review_id) WHERE flagged;

CREATE TABLE review_reason (
  review_id   bigint NOT NULL,
  customer_id bigint NOT NULL,
  signal      text   NOT NULL,
  reason      text   NOT NULL,
  PRIMARY KEY (review_id, customer_id, signal),
  FOREIGN KEY (review_id, customer_id) REFERENCES review_customer ON DELETE CASCADE
);

COMMENT ON TABLE review IS 'Monthly looks at all customers, and rehearsals of them. Kept for three years.';
COMMENT ON COLUMN review.edited_name IS 'Name of the file with the edited table. Of the staff. Kept for three years.';
COMMENT ON COLUMN review.edited IS 'The edited table. Of nobody. Kept for three years.';
COMMENT ON COLUMN review.status IS 'How it stands, one of a list. Of nobody. Kept for three years.';
COMMENT ON COLUMN review.begun_by IS 'User id of who began it, or sistema. Of the staff. Kept for three years.';
COMMENT ON COLUMN review_reason.signal IS 'What was noticed, one of a list. Of nobody. Kept for three years.';
COMMENT ON COLUMN review_reason.reason IS 'Why it was noticed, with its figures, in Spanish. Of the customer. Kept for three years.';
