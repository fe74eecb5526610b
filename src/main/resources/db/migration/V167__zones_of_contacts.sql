ALTER TABLE customer_contact ADD COLUMN zone text;
COMMENT ON COLUMN customer_contact.zone IS
  'Zone of the time-zone database in which the person reads dates; empty where it is the customer''s. Of the customer. Kept until the customer is saved without it.';
