-- What we advertise, with the figure that proves it, and what each month was compared with.
CREATE SEQUENCE public_promise_number;

CREATE TABLE public_promise (
  number         text          PRIMARY KEY REFERENCES matter,
  text           text          NOT NULL,
  place          text          NOT NULL,
  since          date          NOT NULL,
  owner          text          NOT NULL,
  measure        text,
  hours          integer       CHECK (hours > 0),
  figure         text          NOT NULL,
  unit           text          NOT NULL CHECK (unit IN ('PERCENT', 'HOURS', 'DAYS', 'EUROS', 'NUMBER')),
  more_is_better boolean       NOT NULL,
  threshold      numeric(11,2) NOT NULL CHECK (threshold >= 0),
  withdrawn_at   timestamptz,
  registered_by  text          NOT NULL,
  registered_at  timestamptz   NOT NULL,
  search         text          NOT NULL GENERATED ALWAYS AS (search_plain(text || ' ' || place || ' ' || figure)) STORED
);
CREATE INDEX public_promise_published ON public_promise (number) WHERE withdrawn_at IS NULL;
COMMENT ON TABLE public_promise IS 'What we promise to everybody, with the figure that proves it.';
COMMENT ON COLUMN public_promise.number IS 'Readable number. Of nobody. Kept with the case.';
COMMENT ON COLUMN public_promise.text IS 'What is promised. Of the staff. Kept with the case.';
COMMENT ON COLUMN public_promise.place IS 'Where it is published. Of the staff. Kept with the case.';
COMMENT ON COLUMN public_promise.owner IS 'User id of who answers for it. Of the staff. Kept with the case.';
COMMENT ON COLUMN public_promise.measure IS 'Code of the measure, empty where a person enters the figure. Of nobody. Kept with the case.';
COMMENT ON COLUMN public_promise.figure IS 'Name of the figure. Of the staff. Kept with the case.';
COMMENT ON COLUMN public_promise.unit IS 'In what it is measured, one of a list. Of nobody. Kept with the case.';
COMMENT ON COLUMN public_promise.registered_by IS 'User id of who wrote it down. Of the staff. Kept with the case.';
COMMENT ON COLUMN public_promise.search IS 'What it is searched by, made of its other columns. Of the staff. Kept with the case.';

-- One row for each promise and month is the lock: no month is compared twice, by whichever node.
CREATE TABLE public_promise_month (
  number      text          NOT NULL REFERENCES public_promise,
  month       date          NOT NULL CHECK (extract(day FROM month) = 1),
  value       numeric,
  counted     bigint        NOT NULL,
  threshold   numeric(11,2) NOT NULL,
  kept        boolean,
  compared_at timestamptz   NOT NULL,
  PRIMARY KEY (number, month),
  CHECK ((value IS NULL) = (kept IS NULL))
);
COMMENT ON TABLE public_promise_month IS 'What was promised beside what was, as it was compared when the month was over.';
COMMENT ON COLUMN public_promise_month.number IS 'Number of the promise. Of nobody. Kept with the case.';

CREATE FUNCTION case_party_of_public_promise() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM add_case_party(NEW.number, all_staff(), ARRAY[NEW.owner, NEW.registered_by]);
  RETURN NULL; END $$;
CREATE TRIGGER case_party_kept AFTER INSERT OR UPDATE OF owner ON public_promise
  FOR EACH ROW EXECUTE FUNCTION case_party_of_public_promise();
