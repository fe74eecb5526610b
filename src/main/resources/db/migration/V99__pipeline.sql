-- Whoever is not a customer yet. Names are also kept as people look for them (search_name) and without their
-- legal form (bare_name), both made by the application.
CREATE TABLE prospect (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  code        text NOT NULL UNIQUE,
  name        text NOT NULL,
  search_name text NOT NULL,
  bare_name   text NOT NULL,
  sector      text,
  employees   integer CHECK (employees > 0),
  language    text NOT NULL CHECK (language IN ('es', 'en'))
);
CREATE INDEX prospect_search_name ON prospect (search_name);
CREATE INDEX prospect_bare_name ON prospect (bare_name);
CREATE SEQUENCE prospect_number;

-- The register of those we said no to, and why. An entry is never deleted: whoever was readmitted was rejected once.
CREATE TABLE prospect_rejection (
  id               bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  prospect_id      bigint      NOT NULL REFERENCES prospect ON DELETE CASCADE,
  -- The name that the prospect had then: another name does not hide it.
  bare_name        text        NOT NULL,
  rejected_by      text        NOT NULL,
  rejected_at      timestamptz NOT NULL,
  reason           text        NOT NULL,
  source           text,
  readmitted_by    text,
  readmitted_at    timestamptz,
  readmission_note text,
  CHECK ((readmitted_at IS NULL) = (readmitted_by IS NULL)),
  CHECK ((readmitted_at IS NULL) = (readmission_note IS NULL))
);
CREATE INDEX prospect_rejection_prospect ON prospect_rejection (prospect_id);
CREATE INDEX prospect_rejection_bare_name ON prospect_rejection (bare_name);
CREATE UNIQUE INDEX prospect_rejection_source ON prospect_rejection (prospect_id, source);

-- Whom a customer called its competitor.
CREATE TABLE customer_competitor (
  customer_id bigint      NOT NULL REFERENCES customer ON DELETE CASCADE,
  bare_name   text        NOT NULL,
  name        text        NOT NULL,
  position    integer     NOT NULL,
  noted_by    text        NOT NULL,
  noted_at    timestamptz NOT NULL,
  PRIMARY KEY (customer_id, bare_name)
);
CREATE INDEX customer_competitor_bare_name ON customer_competitor (bare_name);

-- What a member of the staff has to do with somebody outside; shown to that person only.
CREATE TABLE declared_interest (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  user_id     text        NOT NULL,
  bare_name   text        NOT NULL,
  party       text        NOT NULL,
  relation    text        NOT NULL,
  declared_at timestamptz NOT NULL,
  UNIQUE (user_id, bare_name)
);
