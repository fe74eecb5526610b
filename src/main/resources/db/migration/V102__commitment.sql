-- What somebody wants to commit to with a customer or prospect, and what allows it.
CREATE SEQUENCE commitment_number;
CREATE TABLE commitment (
  id                  bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number              text        NOT NULL UNIQUE,
  status              text        NOT NULL,
  party_kind          text        NOT NULL,
  party_id            bigint      NOT NULL,
  content             text        NOT NULL,
  situations          text[]      NOT NULL,
  request_number      text        REFERENCES internal_request (number),
  prepared_by         text        NOT NULL,
  group_id            text        NOT NULL,
  prepared_at         timestamptz NOT NULL,
  settled_at          timestamptz,
  settled_note        text,
  decision_number     text,
  process_instance_id text,
  CHECK ((status = 'PREPARED') = (settled_at IS NULL))
);
CREATE INDEX commitment_party ON commitment (party_kind, party_id);
CREATE INDEX commitment_request ON commitment (request_number);
