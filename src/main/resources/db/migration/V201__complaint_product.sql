-- What it is about is kept when it is presented: figures count it, whatever the customer contracts later.
ALTER TABLE complaint ADD COLUMN product text;
COMMENT ON COLUMN complaint.product IS 'The product of all that the customer had contracted then; empty where they had none or several. Of nobody. Kept with the case.';
CREATE INDEX complaint_presented ON complaint (presented_at);
