-- Who has had to do with what a list shows: whoever had it, handed it over or worked it goes on seeing it.
CREATE TABLE case_party (
  number text NOT NULL,
  member text NOT NULL CHECK (member ~ '^(group|user):.'),
  PRIMARY KEY (member, number)
);
CREATE INDEX case_party_number ON case_party (number);
COMMENT ON TABLE case_party IS 'Who has had to do with a case, request or commitment. Only ever added to.';
COMMENT ON COLUMN case_party.number IS 'Number of the case, request or commitment. Of nobody. Kept without end.';
COMMENT ON COLUMN case_party.member IS 'A group or a user id, with group: or user: before it. Of the staff. Kept with the case.';

-- Written by the database, so that no writer of today, of an older node or of tomorrow can forget it.
CREATE FUNCTION add_case_party(of text, groups text[], users text[]) RETURNS void LANGUAGE sql
  AS $$ INSERT INTO case_party (number, member)
    SELECT of, member FROM (
      SELECT 'group:' || one AS member FROM unnest(groups) one
      UNION SELECT 'user:' || one FROM unnest(users) one) found
    WHERE member IS NOT NULL AND member NOT IN ('group:', 'user:') ON CONFLICT DO NOTHING $$;

CREATE FUNCTION case_party_of_escalation() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM add_case_party(NEW.number, ARRAY[NEW.group_id, NEW.hierarchy_group_id], ARRAY[NEW.owner_id, NEW.reported_by]);
  RETURN NULL; END $$;
CREATE TRIGGER case_party_kept AFTER INSERT OR UPDATE OF group_id, hierarchy_group_id, owner_id, reported_by
  ON escalation FOR EACH ROW EXECUTE FUNCTION case_party_of_escalation();

CREATE FUNCTION case_party_of_level() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM add_case_party(NEW.case_number, ARRAY[NEW.group_id], ARRAY[NEW.person_id]);
  RETURN NULL; END $$;
CREATE TRIGGER case_party_kept AFTER INSERT OR UPDATE ON case_level
  FOR EACH ROW EXECUTE FUNCTION case_party_of_level();

-- Whoever did something in a case stands in its history.
CREATE FUNCTION case_party_of_history() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM add_case_party(NEW.case_number, NULL, ARRAY[NEW.actor]);
  RETURN NULL; END $$;
CREATE TRIGGER case_party_kept AFTER INSERT ON timeline_entry
  FOR EACH ROW EXECUTE FUNCTION case_party_of_history();

CREATE FUNCTION case_party_of_request() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM add_case_party(NEW.number, ARRAY[NEW.from_group, NEW.group_id], ARRAY[NEW.owner_id, NEW.requested_by]);
  RETURN NULL; END $$;
CREATE TRIGGER case_party_kept AFTER INSERT OR UPDATE OF from_group, group_id, owner_id, requested_by
  ON internal_request FOR EACH ROW EXECUTE FUNCTION case_party_of_request();

CREATE FUNCTION case_party_of_commitment() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
  PERFORM add_case_party(NEW.number, ARRAY[NEW.group_id], ARRAY[NEW.prepared_by]);
  RETURN NULL; END $$;
CREATE TRIGGER case_party_kept AFTER INSERT OR UPDATE OF group_id, prepared_by
  ON commitment FOR EACH ROW EXECUTE FUNCTION case_party_of_commitment();

-- What is there already.
INSERT INTO case_party (number, member)
  SELECT number, 'group:' || group_id FROM escalation WHERE group_id IS NOT NULL
  UNION SELECT number, 'group:' || hierarchy_group_id FROM escalation WHERE hierarchy_group_id IS NOT NULL
  UNION SELECT number, 'user:' || owner_id FROM escalation WHERE owner_id IS NOT NULL
  UNION SELECT number, 'user:' || reported_by FROM escalation
  UNION SELECT case_number, 'group:' || group_id FROM case_level
  UNION SELECT case_number, 'user:' || person_id FROM case_level WHERE person_id IS NOT NULL
  UNION SELECT case_number, 'user:' || author FROM case_note
  UNION SELECT case_number, 'user:' || actor FROM timeline_entry
  UNION SELECT number, 'group:' || from_group FROM internal_request
  UNION SELECT number, 'group:' || group_id FROM internal_request
  UNION SELECT number, 'user:' || requested_by FROM internal_request
  UNION SELECT number, 'user:' || owner_id FROM internal_request WHERE owner_id IS NOT NULL
  UNION SELECT number, 'group:' || group_id FROM commitment
  UNION SELECT number, 'user:' || prepared_by FROM commitment;

-- The engine knows to whom tasks were offered and of which groups people are, where its tables are in this schema.
DO $$ BEGIN
  IF to_regclass('act_hi_identitylink') IS NOT NULL AND to_regclass('act_hi_taskinst') IS NOT NULL
      AND to_regclass('act_hi_procinst') IS NOT NULL THEN
    INSERT INTO case_party (number, member)
      SELECT DISTINCT p.business_key_, CASE WHEN l.group_id_ IS NULL THEN 'user:' || l.user_id_ ELSE 'group:' || l.group_id_ END
      FROM act_hi_identitylink l JOIN act_hi_taskinst t ON t.id_ = l.task_id_
        JOIN act_hi_procinst p ON p.proc_inst_id_ = t.proc_inst_id_
      WHERE l.operation_type_ = 'add' AND coalesce(l.group_id_, l.user_id_) <> '' AND p.business_key_ IS NOT NULL
      ON CONFLICT DO NOTHING;
  END IF;
  IF to_regclass('act_id_membership') IS NOT NULL THEN
    INSERT INTO case_party (number, member)
      SELECT e.number, 'group:' || m.group_id_ FROM escalation e JOIN act_id_membership m ON m.user_id_ = e.reported_by
      ON CONFLICT DO NOTHING;
  END IF;
END $$;
