-- What was found in files that somebody wanted to deploy, whether they came in or not: whoever gave up waiting for the
-- answer reads it on the page of models.
CREATE TABLE model_judgement (
  id          bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  judged_at   timestamptz NOT NULL,
  judged_for  text,
  deployment  text,
  files       text[]      NOT NULL,
  accepted    boolean     NOT NULL,
  took_millis integer     NOT NULL,
  problems    jsonb       NOT NULL
);
CREATE INDEX model_judgement_newest ON model_judgement (judged_at DESC, id DESC);
COMMENT ON TABLE model_judgement IS 'What was found in models, tables and forms that somebody wanted to deploy.';
COMMENT ON COLUMN model_judgement.judged_for IS 'User id of who sent them; empty where Escala brought them along. Of the staff. Kept for a year.';
COMMENT ON COLUMN model_judgement.deployment IS 'Name of the deployment. Of the staff. Kept for a year.';
COMMENT ON COLUMN model_judgement.files IS 'Names of the files. Of the staff. Kept for a year.';
COMMENT ON COLUMN model_judgement.problems IS 'What was found, with names from the models. Of the staff. Kept for a year.';
