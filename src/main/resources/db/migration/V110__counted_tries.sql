-- How often somebody tried something lately: logins that failed, forms that strangers sent. Keys are hashes, because
-- whoever mistypes may type a password where a name belongs.
CREATE TABLE counted_try (
  kind    text        NOT NULL,
  key     bytea       NOT NULL,
  tries   integer     NOT NULL,
  last_at timestamptz NOT NULL,
  PRIMARY KEY (kind, key)
);
CREATE INDEX counted_try_age ON counted_try (last_at);

-- From where a person logged in before: the hash of a browser's mark or of an address.
CREATE TABLE known_place (
  user_id text        NOT NULL,
  place   bytea       NOT NULL,
  seen_at timestamptz NOT NULL,
  PRIMARY KEY (user_id, place)
);
CREATE INDEX known_place_place ON known_place (place);
CREATE INDEX known_place_age ON known_place (seen_at);
