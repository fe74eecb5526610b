-- A clock that only an edit outside of its case would have ended gets a short term of its own, from that edit on.
ALTER TABLE deadline ADD COLUMN fresh_at timestamptz;
ALTER TABLE deadline ADD COLUMN fresh_until timestamptz;
ALTER TABLE deadline ADD CONSTRAINT deadline_fresh_whole
  CHECK ((fresh_at IS NULL) = (fresh_until IS NULL) AND fresh_at < fresh_until);
