-- Complaints are passed on as well: who had them is kept, and supervision is asked, as for cases (004-43).
ALTER TABLE case_holder DROP CONSTRAINT case_holder_case_number_fkey,
  ADD FOREIGN KEY (case_number) REFERENCES matter;
ALTER TABLE transfer_review DROP CONSTRAINT transfer_review_case_number_fkey,
  ADD FOREIGN KEY (case_number) REFERENCES matter;

-- How complaints from before were passed on is not known; they begin with who has them.
INSERT INTO case_holder (case_number, group_id, owner_id, since)
  SELECT number, group_id, owner_id, received_at FROM complaint;
