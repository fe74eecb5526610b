-- Ideas that are tried and measured, and the figures that people enter for whatever is measured.
CREATE TABLE entered_figure (
  number     text          NOT NULL REFERENCES matter,
  month      date          NOT NULL CHECK (extract(day FROM month) = 1),
  value      numeric(11,2) NOT NULL CHECK (value >= 0),
  entered_by text          NOT NULL,
  entered_at timestamptz   NOT NULL,
  PRIMARY KEY (number, month)
);
COMMENT ON TABLE entered_figure IS 'Figures that a person entered, one for each month of what they measure; only the latest.';
COMMENT ON COLUMN entered_figure.number IS 'Number of what is measured. Of nobody. Kept with the case.';
COMMENT ON COLUMN entered_figure.entered_by IS 'User id of who entered it. Of the staff. Kept with the case.';

CREATE SEQUENCE idea_number;

CREATE TABLE idea (
  number         text        PRIMARY KEY REFERENCES matter,
  what           text        NOT NULL,
  hypothesis     text        NOT NULL,
  measure        text,
  hours          integer     CHECK (hours > 0),
  figure         text        NOT NULL,
  unit           text        NOT NULL CHECK (unit IN ('PERCENT', 'HOURS', 'DAYS', 'EUROS', 'NUMBER')),
  more_is_better boolean     NOT NULL,
  owner          text        NOT NULL,
  began_on       date        NOT NULL,
  decide_on      date        NOT NULL CHECK (decide_on > began_on),
  months_before  integer     NOT NULL CHECK (months_before BETWEEN 1 AND 12),
  delays         integer     NOT NULL DEFAULT 0 CHECK (delays BETWEEN 0 AND 2),
  state          text        NOT NULL CHECK (state IN ('TRYING', 'WORKS', 'FAILS')),
  before_total   numeric,
  before_of      bigint,
  after_total    numeric,
  after_of       bigint,
  said           text,
  change         text        REFERENCES matter,
  decided_by     text,
  decided_at     timestamptz,
  registered_by  text        NOT NULL,
  registered_at  timestamptz NOT NULL,
  search         text        NOT NULL GENERATED ALWAYS AS (search_plain(what || ' ' || hypothesis || ' ' || figure)) STORED,
  CHECK ((state = 'TRYING') = (decided_at IS NULL)),
  CHECK ((state = 'WORKS') = (change IS NOT NULL)),
  CHECK ((before_total IS NULL) = (before_of IS NULL)),
  CHECK ((after_total IS NULL) = (decided_at IS NULL) AND (after_of IS NULL) = (decided_at IS NULL))
);
CREATE INDEX idea_decide ON idea (decide_on, number);
COMMENT ON TABLE idea IS 'Ideas that are tried: what is believed, by what it is measured, what was decided.';
COMMENT ON COLUMN idea.number IS 'Readable number. Of nobody. Kept with the case.';
COMMENT ON COLUMN idea.what IS 'What is tried. Of the staff. Kept with the case.';
COMMENT ON COLUMN idea.hypothesis IS 'What is believed to come of it. Of the staff. Kept with the case.';
COMMENT ON COLUMN idea.measure IS 'Code of the measure, empty where a person enters the figure. Of nobody. Kept with the case.';
COMMENT ON COLUMN idea.figure IS 'Name of the figure. Of the staff. Kept with the case.';
COMMENT ON COLUMN idea.unit IS 'In what it is measured, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN idea.owner IS 'User id of who answers for it. Of the staff. Kept with the case.';
COMMENT ON COLUMN idea.state IS 'How far it got, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN idea.said IS 'Why it was decided so. Of the staff. Kept with the case.';
COMMENT ON COLUMN idea.change IS 'The improvement that came of it. Of nobody. Kept with the case.';
COMMENT ON COLUMN idea.decided_by IS 'User id of who decided. Of the staff. Kept with the case.';
COMMENT ON COLUMN idea.registered_by IS 'User id of who wrote it down. Of the staff. Kept with the case.';
COMMENT ON COLUMN idea.search IS 'What it is searched by, made of its other columns. Of the staff. Kept with the case.';

-- An improvement may be what an idea proved.
ALTER TABLE improvement DROP CONSTRAINT improvement_kind_check,
  ADD CONSTRAINT improvement_kind_check CHECK (kind IN ('QUALITY_CHECK', 'OPENING_HOURS', 'PHONE_PROMPTNESS',
    'MYSTERY_CALL', 'PUBLIC_PROMISE', 'PROACTIVE', 'PROVEN_IDEA'));

-- How we work is read by whoever works here.
CREATE FUNCTION all_staff() RETURNS text[] LANGUAGE sql IMMUTABLE AS $$ SELECT ARRAY['agents', 'finance', 'technology',
  'product', 'legal', 'triage', 'experts', 'supervisors', 'managers', 'directors', 'de-escalation-architects',
  'customer-engagement-executives', 'problem-coordinators', 'process-owners', 'complaint-handlers', 'sales',
  'camunda-admin'] $$;

CREATE FUNCTION case_party_of_idea() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM add_case_party(NEW.number, all_staff(), ARRAY[NEW.owner, NEW.registered_by]);
  RETURN NULL; END $$;
CREATE TRIGGER case_party_kept AFTER INSERT OR UPDATE OF owner ON idea
  FOR EACH ROW EXECUTE FUNCTION case_party_of_idea();
