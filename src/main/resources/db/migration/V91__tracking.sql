-- Links with which customers see their own case. The token itself is in the mail and nowhere else.
CREATE TABLE tracking_link (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  token_hash  bytea       NOT NULL UNIQUE,
  case_number text        NOT NULL,
  customer_id bigint      NOT NULL REFERENCES customer ON DELETE CASCADE,
  language    text        NOT NULL,
  created_at  timestamptz NOT NULL,
  expires_at  timestamptz NOT NULL,
  revoked_at  timestamptz
);
CREATE INDEX tracking_link_case ON tracking_link (case_number);
CREATE INDEX tracking_link_customer ON tracking_link (customer_id);
CREATE INDEX tracking_link_expiry ON tracking_link (expires_at);

-- What a customer says at the end, once for each case.
CREATE TABLE case_feedback (
  case_number text        NOT NULL,
  customer_id bigint      NOT NULL REFERENCES customer ON DELETE CASCADE,
  heard       boolean     NOT NULL,
  solved      boolean     NOT NULL,
  score       integer     NOT NULL CHECK (score BETWEEN 1 AND 5),
  comment     text,
  given_at    timestamptz NOT NULL,
  PRIMARY KEY (case_number, customer_id)
);
CREATE INDEX case_feedback_customer ON case_feedback (customer_id);
