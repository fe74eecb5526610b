-- Which cases go on in a case: its card and its answer over HTTP name them.
CREATE INDEX escalation_duplicate ON escalation (duplicate_of) WHERE duplicate_of IS NOT NULL;
