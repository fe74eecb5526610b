-- Which groups people were seen in: who is in one no longer has left it, whichever way the directory was changed.
CREATE TABLE group_member (
  person_id text NOT NULL,
  group_id  text NOT NULL,
  left_at   timestamptz,
  PRIMARY KEY (person_id, group_id)
);
CREATE INDEX group_member_left ON group_member (group_id, person_id) WHERE left_at IS NOT NULL;
COMMENT ON TABLE group_member IS 'In which groups people are, and which ones they have left.';
COMMENT ON COLUMN group_member.person_id IS 'User id of the member. Of the staff. Kept until the account is gone.';
COMMENT ON COLUMN group_member.group_id IS 'Id of the group. Of nobody. Kept until the account is gone.';

-- Tasks that somebody has in place of whose they are. Gone with the task, or when it is that person's own again.
CREATE TABLE stand_in (
  id          bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  task_id     text        NOT NULL UNIQUE,
  case_number text,
  task_name   text        NOT NULL,
  meant_id    text,
  holder_id   text,
  linked      boolean     NOT NULL,
  because     text        NOT NULL,
  since       timestamptz NOT NULL,
  told        boolean     NOT NULL
);
CREATE INDEX stand_in_case ON stand_in (case_number);
COMMENT ON TABLE stand_in IS 'Open tasks that are with a deputy or a group because whose they are is not there.';
COMMENT ON COLUMN stand_in.task_id IS 'Id of the task in the engine. Of nobody. Kept until the task is over.';
COMMENT ON COLUMN stand_in.case_number IS 'Number of the case or request; empty where a process has none. Of nobody. Kept until the task is over.';
COMMENT ON COLUMN stand_in.task_name IS 'What the task is called. Of nobody. Kept until the task is over.';
COMMENT ON COLUMN stand_in.meant_id IS 'User id of whose the task is; empty where it is its groups''. Of the staff. Kept until the task is over.';
COMMENT ON COLUMN stand_in.holder_id IS
  'User id of who has it meanwhile; empty where its groups share it. Of the staff. Kept until the task is over.';
COMMENT ON COLUMN stand_in.because IS 'Why it moved: names of colleagues, in Spanish. Of the staff. Kept until the task is over.';
