-- Whatever a customer waits on, of whatever kind: all that belongs to one refers here.
CREATE TABLE matter (
  number              text    PRIMARY KEY,
  kind                text    NOT NULL,
  open                boolean NOT NULL DEFAULT true,
  process_instance_id text    UNIQUE
);
COMMENT ON TABLE matter IS 'Matters on which customers wait, of whatever kind.';
COMMENT ON COLUMN matter.number IS 'Readable number of the matter. Of nobody. Kept without end.';
COMMENT ON COLUMN matter.kind IS 'Name of the kind of matter, such as escalation. Of nobody. Kept without end.';
COMMENT ON COLUMN matter.process_instance_id IS 'The process instance that carries the matter, as the engine calls it. Of nobody. Kept without end.';
CREATE INDEX matter_open ON matter (number) WHERE open;

INSERT INTO matter (number, kind, open, process_instance_id)
  SELECT number, 'escalation', phase <> 'ENDED', process_instance_id FROM escalation;

ALTER TABLE escalation ADD CONSTRAINT escalation_matter FOREIGN KEY (number) REFERENCES matter;
ALTER TABLE escalation DROP COLUMN process_instance_id;

-- What rooms keep refers to the matter, not to its kind.
ALTER TABLE case_note       DROP CONSTRAINT case_note_case_number_fkey,
                            ADD  CONSTRAINT case_note_matter FOREIGN KEY (case_number) REFERENCES matter;
ALTER TABLE case_level      DROP CONSTRAINT case_level_case_number_fkey,
                            ADD  CONSTRAINT case_level_matter FOREIGN KEY (case_number) REFERENCES matter;
ALTER TABLE customer_letter DROP CONSTRAINT customer_letter_case_number_fkey,
                            ADD  CONSTRAINT customer_letter_matter FOREIGN KEY (case_number) REFERENCES matter;

-- A case that went up before its levels were written down one by one.
INSERT INTO case_level (case_number, level, group_id, because, reached_at)
  SELECT number, generate_series(2, level), coalesce(hierarchy_group_id, 'managers'),
         'El caso subió antes de que se anotara el motivo de cada nivel.', reported_at
  FROM escalation WHERE level > 1
  ON CONFLICT DO NOTHING;
