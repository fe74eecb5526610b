-- A promise that the other side accepted by word, on the phone, for an internal request: there is no case, and perhaps
-- no customer yet. case_number holds the number of the request.
ALTER TABLE promise
  ALTER COLUMN customer_id DROP NOT NULL,
  ADD COLUMN party_name text,
  ADD COLUMN spoken boolean NOT NULL DEFAULT false,
  ADD CONSTRAINT promise_to_somebody CHECK (customer_id IS NOT NULL OR (spoken AND party_name IS NOT NULL)),
  ADD CONSTRAINT promise_spoken_accepted CHECK (NOT spoken OR status IN ('ACCEPTED', 'KEPT', 'BROKEN', 'WITHDRAWN')),
  ADD CONSTRAINT promise_spoken_owned CHECK (NOT spoken OR (owner_id IS NOT NULL AND group_id IS NOT NULL));
CREATE UNIQUE INDEX promise_spoken_under_way ON promise (case_number) WHERE spoken AND status = 'ACCEPTED';

-- Each date that the other side accepted by word: the history of the promise.
CREATE TABLE promise_spoken_date (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  promise_id  bigint      NOT NULL REFERENCES promise ON DELETE CASCADE,
  promised_at timestamptz NOT NULL,
  accepted_by text        NOT NULL,
  accepted_at timestamptz NOT NULL,
  reason      text
);
CREATE INDEX promise_spoken_date_promise ON promise_spoken_date (promise_id);
