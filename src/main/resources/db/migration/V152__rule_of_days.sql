-- How pauses count in clocks of days changed. A clock keeps the rule that it began with: the default says the
-- former one of the clocks that run, and of those that a node of the former version still begins.
ALTER TABLE deadline ADD COLUMN day_rule smallint NOT NULL DEFAULT 1;
COMMENT ON COLUMN deadline.day_rule IS 'How pauses count in days: 1 at each closing, 2 by the share of each day. Of nobody. Kept with the case.';
COMMENT ON COLUMN deadline.counting IS 'How time counts: WORKING, WORKING_DAYS, CALENDAR_DAYS, MONTHS, ELAPSED and their variants. Of nobody. Kept with the case; only the latest.';
COMMENT ON COLUMN agreed_level.counting IS 'How time counts: WORKING, WORKING_DAYS, CALENDAR_DAYS, MONTHS, ELAPSED and their variants. Of nobody. Kept with the case; only the latest.';
