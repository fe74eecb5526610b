-- Requests that created something, so that repeating one creates nothing.
CREATE TABLE idempotency_key (
  user_id      text        NOT NULL,
  path         text        NOT NULL,
  key          text        NOT NULL,
  request_hash text        NOT NULL,
  result_id    text,
  created_at   timestamptz NOT NULL,
  PRIMARY KEY (user_id, path, key)
);
CREATE INDEX idempotency_key_age ON idempotency_key (created_at);
