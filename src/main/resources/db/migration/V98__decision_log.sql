-- How a text is searched: as it is written (whole words, their accents, verbs), and reduced to what does not depend on
-- accents and plurals, where Snowball alone keeps margen and márgenes, propiedad and propiedades apart. Both use nothing
-- but pg_catalog: a restored dump computes the generated column again with an empty search_path. No extension is needed.
CREATE FUNCTION decision_written(text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  -- The accented capitals too: lower() leaves them alone in a database with the locale C.
  AS $$ SELECT translate(lower($1), 'ÁÀÂÄÉÈÊËÍÌÎÏÓÒÔÖÚÙÛÜÑÇ-/\_.,:;@&+=#%$€~<>|*"''’', 'áàâäéèêëíìîïóòôöúùûüñç                        ') $$;

CREATE FUNCTION decision_reduced(text) RETURNS text
  LANGUAGE sql IMMUTABLE STRICT PARALLEL SAFE
  AS $$ SELECT regexp_replace(regexp_replace(regexp_replace(regexp_replace(
    translate(lower($1), 'áàâäéèêëíìîïóòôöúùûüñçÁÀÂÄÉÈÊËÍÌÎÏÓÒÔÖÚÙÛÜÑÇ-/\_.,:;@&+=#%$€~<>|*"''’',
                         'aaaaeeeeiiiioooouuuuncaaaaeeeeiiiioooouuuunc                        '),
    -- márgenes, propiedades; intereses and interés
    '([a-z][a-z][b-df-hj-np-tv-z])(es)+\M', '\1', 'g'),
    -- años, tarifas
    '([a-z][a-z][a-z])s\M', '\1', 'g'),
    -- luz and luces
    'z\M', 'c', 'g'),
    -- The stemmer knows the endings of personalización only with their accent.
    '([cs])ion\M', '\1ión', 'g') $$;

CREATE SEQUENCE ruling_number;

-- Internal decisions with their reasons, for the next similar question (000-32).
CREATE TABLE ruling (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  number         text        NOT NULL UNIQUE,
  request_number text,
  party          text,
  topic          text        NOT NULL,
  situations     text[]      NOT NULL,
  subject        text        NOT NULL,
  question       text,
  outcome        text        NOT NULL CHECK (outcome IN ('GRANTED', 'CONDITIONAL', 'REFUSED', 'ANSWERED')),
  decision       text        NOT NULL,
  conditions     text,
  reasoning      text        NOT NULL,
  valid_until    timestamptz,
  standing       boolean     NOT NULL,
  -- At most one decision supersedes another.
  supersedes     text        UNIQUE REFERENCES ruling (number),
  superseded_by  text        REFERENCES ruling (number),
  decided_by     text        NOT NULL,
  group_id       text,
  decided_at     timestamptz NOT NULL,
  revoked_at     timestamptz,
  revoked_by     text,
  revoked_reason text,
  search         tsvector    NOT NULL GENERATED ALWAYS AS (
    setweight(to_tsvector('pg_catalog.spanish', decision_written(subject || ' ' || number || ' ' || coalesce(request_number, ''))), 'A')
    || setweight(to_tsvector('pg_catalog.spanish', decision_reduced(subject)), 'A')
    || setweight(to_tsvector('pg_catalog.spanish', decision_written(coalesce(question, '') || ' ' || decision)), 'B')
    || setweight(to_tsvector('pg_catalog.spanish', decision_reduced(coalesce(question, '') || ' ' || decision)), 'B')
    || setweight(to_tsvector('pg_catalog.spanish', decision_written(coalesce(conditions, '') || ' ' || reasoning || ' ' || coalesce(party, ''))), 'C')
    || setweight(to_tsvector('pg_catalog.spanish', decision_reduced(coalesce(conditions, '') || ' ' || reasoning || ' ' || coalesce(party, ''))), 'C')
  ) STORED,
  CHECK ((revoked_at IS NULL) = (revoked_by IS NULL) AND (revoked_at IS NULL) = (revoked_reason IS NULL)),
  CHECK (NOT standing OR cardinality(situations) > 0),
  CHECK (outcome <> 'CONDITIONAL' OR conditions IS NOT NULL),
  CHECK (supersedes <> number AND superseded_by <> number)
);
CREATE INDEX ruling_search ON ruling USING gin (search);
CREATE INDEX ruling_newest ON ruling (decided_at DESC, id DESC);
CREATE INDEX ruling_request ON ruling (request_number, id DESC) WHERE request_number IS NOT NULL;
CREATE INDEX ruling_standing ON ruling (topic) WHERE standing AND superseded_by IS NULL AND revoked_at IS NULL;
