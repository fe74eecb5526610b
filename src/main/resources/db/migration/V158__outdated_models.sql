-- The files with models that the release brought along which started last: what is in force and is one of them was
-- changed by no owner, so that the next release may put its own in the place.
CREATE TABLE brought_model (
  sha256 bytea PRIMARY KEY
);
COMMENT ON TABLE brought_model IS 'The files with models of the release of Escala that started last.';
COMMENT ON COLUMN brought_model.sha256 IS 'Of its content. Of nobody. Kept until another release starts.';

-- Models of owners that were in force and no longer passed the gate when a release started.
CREATE TABLE outdated_model (
  kind          text        NOT NULL,
  model_key     text        NOT NULL,
  version       integer     NOT NULL,
  problems      text[]      NOT NULL,
  found_at      timestamptz NOT NULL,
  -- The deployment that put the one of Escala in its place; NULL where it stayed in force.
  replaced_by   text,
  -- Why the one of Escala could not take its place; empty where Escala brings none.
  hindered      text[]      NOT NULL,
  PRIMARY KEY (kind, model_key)
);
COMMENT ON TABLE outdated_model IS 'A model of an owner that does not fit the release of Escala that runs.';
COMMENT ON COLUMN outdated_model.kind IS 'PROCESS, TABLE or FORM. Of nobody. Kept until somebody deploys another one.';
COMMENT ON COLUMN outdated_model.model_key IS 'By which processes and code name it. Of nobody. Kept until somebody deploys another one.';
COMMENT ON COLUMN outdated_model.problems IS 'What the gate says, with names from the model. Of the staff. Kept until somebody deploys another one.';
COMMENT ON COLUMN outdated_model.replaced_by IS 'Id of a deployment. Of nobody. Kept until somebody deploys another one.';
COMMENT ON COLUMN outdated_model.hindered IS 'What the gate says of the one of Escala. Of the staff. Kept until somebody deploys another one.';
