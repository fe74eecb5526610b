-- Corrective actions are followed until they are done and somebody looked at their effect, also once their case is closed.
CREATE TABLE corrective_action (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  case_number text        NOT NULL REFERENCES matter,
  position    integer,
  follows     bigint      UNIQUE REFERENCES corrective_action,
  text        text        NOT NULL,
  owner       text        NOT NULL,
  turn        integer     NOT NULL DEFAULT 1,
  state       text        NOT NULL CHECK (state IN ('OPEN', 'UNDECIDED', 'DONE', 'EFFECTIVE', 'REPLACED', 'DROPPED')),
  due_on      date        NOT NULL,
  due_at      timestamptz NOT NULL,
  remind_at   timestamptz NOT NULL,
  chase_every text        NOT NULL,
  chased      integer     NOT NULL DEFAULT 0,
  done_on     date,
  said        text,
  look_at     timestamptz,
  answer_by   timestamptz,
  effect_note text,
  looked_by   text,
  looked_at   timestamptz,
  UNIQUE (case_number, position)
);
COMMENT ON TABLE corrective_action IS 'Corrective actions of root-cause analyses, from the day on which the analysis was approved.';
COMMENT ON COLUMN corrective_action.case_number IS 'Number of the case. Of nobody. Kept with the case.';
COMMENT ON COLUMN corrective_action.text IS 'What is done. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN corrective_action.owner IS 'User id of who answers for it; of older ones the name that somebody typed. Of the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN corrective_action.state IS 'How far it got, one of a list. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN corrective_action.chase_every IS 'How often its owner is chased, in days. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN corrective_action.said IS 'What was done, or why it cannot be done or was dropped. Of the customer and the staff. Kept with the case; only the latest.';
COMMENT ON COLUMN corrective_action.effect_note IS 'What somebody saw of its effect. Of the customer and the staff. Kept with the case.';
COMMENT ON COLUMN corrective_action.looked_by IS 'User id of who looked at the effect. Of the staff. Kept with the case.';
