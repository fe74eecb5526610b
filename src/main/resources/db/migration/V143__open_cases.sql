-- The questions that people ask every day are of what is open, a small part of everything after some years.
CREATE INDEX escalation_open_owner ON escalation (owner_id) WHERE phase <> 'ENDED';
CREATE INDEX escalation_open_group ON escalation (group_id) WHERE phase <> 'ENDED';
CREATE INDEX escalation_open_severity ON escalation (severity) WHERE phase <> 'ENDED';
