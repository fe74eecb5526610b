-- A ratio of somebody who sells fell: somebody practises with them, once for each person, quarter and ratio.
CREATE TABLE coaching (
  id             bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  person         text        NOT NULL,
  ratio          text        NOT NULL CHECK (ratio IN ('APPOINTMENT', 'PROPOSAL', 'CLOSE')),
  quarter        text        NOT NULL,
  part           bigint      NOT NULL,
  whole          bigint      NOT NULL CHECK (whole > 0),
  quarter_before text        NOT NULL,
  part_before    bigint      NOT NULL,
  whole_before   bigint      NOT NULL CHECK (whole_before > 0),
  reason         text        NOT NULL,
  state          text        NOT NULL CHECK (state IN ('OPEN', 'PRACTISED', 'DECLINED', 'LOOKED_AT')),
  leader         text,
  practised      text,
  agreed         text,
  second_look    date,
  declined       text,
  outcome        text,
  opened_at      timestamptz NOT NULL,
  settled_at     timestamptz,
  UNIQUE (person, quarter, ratio),
  CHECK ((settled_at IS NULL) = (state IN ('OPEN', 'PRACTISED')))
);
-- Nobody practises the same twice at a time.
CREATE UNIQUE INDEX coaching_under_way ON coaching (person, ratio) WHERE settled_at IS NULL;
CREATE INDEX coaching_leader ON coaching (leader);
COMMENT ON TABLE coaching IS 'Practice with whoever sells less well than in their own last quarter. The row is the lock of two nodes.';
COMMENT ON COLUMN coaching.person IS 'User id of who practises. Of the staff. Kept for two years after the end; then deleted.';
COMMENT ON COLUMN coaching.ratio IS 'Which ratio fell, one of a list. Of nobody. Kept for two years after the end; then deleted.';
COMMENT ON COLUMN coaching.quarter IS 'In which quarter, as it is typed. Of nobody. Kept for two years after the end; then deleted.';
COMMENT ON COLUMN coaching.quarter_before IS 'The quarter before it. Of nobody. Kept for two years after the end; then deleted.';
COMMENT ON COLUMN coaching.reason IS 'The annotation of the rule that asked for it. Of nobody. Kept for two years after the end; then deleted.';
COMMENT ON COLUMN coaching.state IS 'How far it is, one of a list. Of nobody. Kept for two years after the end; then deleted.';
COMMENT ON COLUMN coaching.leader IS 'User id of who practises with them. Of the staff. Kept for two years after the end; then deleted.';
COMMENT ON COLUMN coaching.practised IS 'What they practised. Of the staff. Kept for two years after the end; then deleted.';
COMMENT ON COLUMN coaching.agreed IS 'What they agreed. Of the staff. Kept for two years after the end; then deleted.';
COMMENT ON COLUMN coaching.declined IS 'Why they did not practise. Of the staff. Kept for two years after the end; then deleted.';
COMMENT ON COLUMN coaching.outcome IS 'What the second look found. Of the staff. Kept for two years after the end; then deleted.';
