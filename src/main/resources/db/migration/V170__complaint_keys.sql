-- Keys with which customers follow their complaints. The key itself is told to the customer.
CREATE TABLE complaint_key (
  case_number text        PRIMARY KEY REFERENCES matter,
  digest      bytea       NOT NULL UNIQUE,
  issued_at   timestamptz NOT NULL
);
COMMENT ON TABLE complaint_key IS 'Keys with which customers follow their complaints, by their digests.';
COMMENT ON COLUMN complaint_key.case_number IS 'The matter. Of nobody. Kept with the case.';
COMMENT ON COLUMN complaint_key.digest IS 'Digest of the key under a secret. Of nobody. Kept with the case.';

-- Where nobody configured a secret, all nodes share this one.
CREATE TABLE complaint_key_secret (
  only_one boolean PRIMARY KEY DEFAULT true CHECK (only_one),
  secret   bytea   NOT NULL
);
COMMENT ON TABLE complaint_key_secret IS 'The secret under which keys of complaints are digested where none is configured.';
COMMENT ON COLUMN complaint_key_secret.secret IS 'Random bytes, drawn once. Of nobody. Kept without end.';
