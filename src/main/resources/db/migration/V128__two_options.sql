-- The other option of a proposal, with its own date: the customer picks.
ALTER TABLE promise_proposal
  ADD COLUMN alternative_hours     integer CHECK (alternative_hours > 0),
  ADD COLUMN alternative_at        timestamptz,
  ADD COLUMN alternative_remind_at timestamptz;
