-- What each text column about customers, prospects and staff holds, of whom, and for how long: see operations.md, What is kept.

COMMENT ON TABLE customer IS 'Customers. Nothing deletes one.';
COMMENT ON COLUMN customer.code IS 'Code by which people and other systems name the customer. Of the customer. Kept without end.';
COMMENT ON COLUMN customer.name IS 'Name of the customer, a company or a person. Of the customer. Kept without end; only the latest.';
COMMENT ON COLUMN customer.search_name IS
  'The name in lower case and without accents, to find it. Of the customer. Kept without end; only the latest.';
COMMENT ON COLUMN customer.tier IS
  'What the customer has contracted: STANDARD, SILVER or GOLD. Of the customer. Kept without end; only the latest.';
COMMENT ON COLUMN customer.language IS
  'Language in which we write to the customer: es or en. Of the customer. Kept without end; only the latest.';

COMMENT ON TABLE customer_contact IS 'People whom we reach at a customer; every save of the customer writes them anew.';
COMMENT ON COLUMN customer_contact.name IS 'Name of the person. Of the customer. Kept until the customer is saved without it.';
COMMENT ON COLUMN customer_contact.email IS 'Mail address of the person. Of the customer. Kept until the customer is saved without it.';
COMMENT ON COLUMN customer_contact.phone IS 'Telephone number of the person. Of the customer. Kept until the customer is saved without it.';

COMMENT ON TABLE customer_service IS 'Services that a customer has; every save of the customer writes them anew.';
COMMENT ON COLUMN customer_service.code IS
  'Code of the service, as the customer''s inventory has it. Of the customer. Kept until the customer is saved without it.';
COMMENT ON COLUMN customer_service.name IS 'Name of the service. Of the customer. Kept until the customer is saved without it.';
COMMENT ON COLUMN customer_service.product IS
  'Kind of product: BILLING, PLATFORM, NETWORK, DEVICE or OTHER. Of nobody. Kept until the customer is saved without it.';

COMMENT ON TABLE customer_competitor IS 'Whom a customer calls its competitor.';
COMMENT ON COLUMN customer_competitor.bare_name IS
  'Name of the competitor without its legal form, to compare it. Of others. Kept until the list is saved without it.';
COMMENT ON COLUMN customer_competitor.name IS
  'Name of the competitor as it was written. Of others. Kept until the list is saved without it.';
COMMENT ON COLUMN customer_competitor.noted_by IS
  'User id of who wrote the name down first. Of the staff. Kept until the list is saved without it.';

COMMENT ON TABLE undeliverable_address IS 'Addresses from which mail came back.';
COMMENT ON COLUMN undeliverable_address.address IS
  'Mail address, in lower case. Of the customer. Kept until it is saved with a customer anew or mail comes from it.';
COMMENT ON COLUMN undeliverable_address.reason IS
  'What the mail server said last, in Spanish. Of the customer. Kept until the address is saved with a customer anew or mail comes from it.';

COMMENT ON TABLE prospect IS 'Whoever is not a customer yet. Nothing deletes one.';
COMMENT ON COLUMN prospect.code IS 'Code of the prospect, for example P-000012. Of the prospect. Kept without end.';
COMMENT ON COLUMN prospect.name IS 'Name of the prospect, a company or a person. Of the prospect. Kept without end; only the latest.';
COMMENT ON COLUMN prospect.search_name IS
  'The name in lower case and without accents, to find it. Of the prospect. Kept without end; only the latest.';
COMMENT ON COLUMN prospect.bare_name IS
  'The name without its legal form, to compare it. Of the prospect. Kept without end; only the latest.';
COMMENT ON COLUMN prospect.sector IS 'What the prospect works in, as it was written. Of the prospect. Kept without end; only the latest.';
COMMENT ON COLUMN prospect.language IS
  'Language in which we write to the prospect: es or en. Of the prospect. Kept without end; only the latest.';

COMMENT ON TABLE prospect_rejection IS 'The register of those we said no to, and why. Nothing deletes an entry.';
COMMENT ON COLUMN prospect_rejection.bare_name IS
  'Name that the prospect had then, without its legal form. Of the prospect. Kept without end.';
COMMENT ON COLUMN prospect_rejection.rejected_by IS 'User id of who rejected the prospect. Of the staff. Kept without end.';
COMMENT ON COLUMN prospect_rejection.reason IS
  'Why the prospect was rejected, in the words of who did. Of the prospect and the staff. Kept without end.';
COMMENT ON COLUMN prospect_rejection.source IS 'Number of the internal request in which that was decided. Of nobody. Kept without end.';
COMMENT ON COLUMN prospect_rejection.readmitted_by IS 'User id of who took the rejection back. Of the staff. Kept without end.';
COMMENT ON COLUMN prospect_rejection.readmission_note IS
  'Why it was taken back, in the words of who did. Of the prospect and the staff. Kept without end.';

COMMENT ON TABLE declared_interest IS 'What people of the staff have to do with somebody outside; shown to each of them only.';
COMMENT ON COLUMN declared_interest.user_id IS 'User id of who declared it. Of the staff. Kept until that person removes it.';
COMMENT ON COLUMN declared_interest.bare_name IS
  'Name of the other side without its legal form, to compare it. Of the customer, the prospect and others. Kept until that person removes it.';
COMMENT ON COLUMN declared_interest.party IS
  'Name of the other side as it was written, or as we know it. Of the customer, the prospect and others. Kept until that person removes it.';
COMMENT ON COLUMN declared_interest.relation IS
  'What the person has to do with them: a share, a relative, a former employer. Of the staff and others. Kept until that person removes it.';

COMMENT ON TABLE reporting_line IS 'Who reports to whom.';
COMMENT ON COLUMN reporting_line.person_id IS 'User id of the person. Of the staff. Kept without end.';
COMMENT ON COLUMN reporting_line.manager_id IS
  'User id of the superior; empty where somebody decided that there is none. Of the staff. Kept without end; only the latest.';
COMMENT ON COLUMN reporting_line.changed_by IS 'User id of who set it last, or sistema. Of the staff. Kept without end; only the latest.';

COMMENT ON TABLE on_duty IS 'Who is on duty by a calendar; whoever has no row always is.';
COMMENT ON COLUMN on_duty.person_id IS 'User id of the person. Of the staff. Kept until the person is on duty always again.';
COMMENT ON COLUMN on_duty.calendar_code IS 'Code of the calendar that says when. Of nobody. Kept until the person is on duty always again.';
COMMENT ON COLUMN on_duty.changed_by IS 'User id of who set it last. Of the staff. Kept until the person is on duty always again.';

COMMENT ON TABLE absence IS 'When people are away, and who stands in.';
COMMENT ON COLUMN absence.person_id IS 'User id of who is away. Of the staff. Kept without end, unless cancelled before it begins.';
COMMENT ON COLUMN absence.deputy_id IS 'User id of who stands in. Of the staff. Kept without end, unless cancelled before it begins.';
COMMENT ON COLUMN absence.reason IS
  'Why the person is away, in the words of who wrote it down; may tell of their health. Of the staff. Kept without end, unless cancelled before it begins.';
COMMENT ON COLUMN absence.created_by IS
  'User id of who wrote the absence down. Of the staff. Kept without end, unless cancelled before it begins.';
COMMENT ON COLUMN absence.ended_by IS 'User id of who ended it before its time. Of the staff. Kept without end.';

COMMENT ON TABLE calendar IS 'Working calendars.';
COMMENT ON COLUMN calendar.code IS 'Code of the calendar, for example organizacion. Of nobody. Kept until the calendar is deleted.';
COMMENT ON COLUMN calendar.name IS
  'Name of the calendar; may name a customer or a team. Of the customer. Kept until the calendar is deleted; only the latest.';
COMMENT ON COLUMN calendar.definition IS
  'Zone, hours, holidays and own days, as JSON. Of nobody. Kept until the calendar is deleted; only the latest.';
COMMENT ON COLUMN calendar.updated_by IS
  'User id of who saved it last; empty where the configuration defines it. Of the staff. Kept until the calendar is deleted; only the latest.';

COMMENT ON TABLE calendar_team IS 'By which calendar a team works, where it is not that of the organisation.';
COMMENT ON COLUMN calendar_team.group_id IS 'Id of the group. Of nobody. Kept until the team works by that of the organisation again.';
COMMENT ON COLUMN calendar_team.calendar_code IS
  'Code of the calendar. Of nobody. Kept until the team works by that of the organisation again.';

COMMENT ON TABLE calendar_customer IS 'By which calendar a customer is served, where it is not that of the team.';
COMMENT ON COLUMN calendar_customer.calendar_code IS
  'Code of the calendar. Of the customer. Kept until the customer is served by that of the team again.';

COMMENT ON TABLE known_place IS 'From where a person logged in before: hashes, at most 50 for each person.';
COMMENT ON COLUMN known_place.user_id IS 'User id of who logged in. Of the staff. Kept for 180 days after the last login from there.';
COMMENT ON COLUMN known_place.place IS
  'SHA-256 of the random mark of a browser, or of an address. Of the staff. Kept for 180 days after the last login from there.';

COMMENT ON TABLE counted_try IS 'How often somebody tried something lately, under hashes.';
COMMENT ON COLUMN counted_try.kind IS 'What is counted, for example logins that failed. Of nobody. Kept for two days after the last try.';
COMMENT ON COLUMN counted_try.key IS
  'SHA-256 of the name, the address or the link that is counted. Of the customer, the staff and others. Kept for two days after the last try.';

COMMENT ON TABLE idempotency_key IS 'Requests that created something, so that repeating one creates nothing.';
COMMENT ON COLUMN idempotency_key.user_id IS
  'User id of who asked; of a customer''s page, the id of the link. Of the customer and the staff. Kept for 7 days, or escala.web.idempotency-retention.';
COMMENT ON COLUMN idempotency_key.path IS
  'Address that was called; may hold a code or a user id. Of the prospect and the staff. Kept for 7 days, or escala.web.idempotency-retention.';
COMMENT ON COLUMN idempotency_key.key IS
  'The Idempotency-Key as the caller chose it. Of nobody. Kept for 7 days, or escala.web.idempotency-retention.';
COMMENT ON COLUMN idempotency_key.request_hash IS
  'SHA-256 of what was sent; on a customer''s page, which of its forms it was. Of nobody. Kept for 7 days, or escala.web.idempotency-retention.';
COMMENT ON COLUMN idempotency_key.result_id IS
  'Number or code of what was created. Of the customer and the prospect. Kept for 7 days, or escala.web.idempotency-retention.';
