package dev.escala.pursuit.interest;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.erasure.Person;
import dev.escala.erasure.PersonalRecords;
import dev.escala.pursuit.Capture;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What came from the web, in SQL. */
@Repository
class WebLeadRepository implements PersonalRecords {

	private final JdbcClient jdbc;

	WebLeadRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Equal ones wait for each other until the transaction ends. */
	void lock(String digest) {
		this.jdbc.sql("SELECT 1 FROM pg_advisory_xact_lock(hashtextextended(?, 0))")
			.param("web_lead " + digest)
			.query(Integer.class)
			.single();
	}

	int countSince(String digest, Instant since) {
		return this.jdbc.sql("SELECT count(*) FROM web_lead WHERE digest = ? AND received_at > ?")
			.params(Stored.values(digest, since))
			.query(Integer.class)
			.single();
	}

	/** Remembers that it came; its words stand in the pursuit. */
	void addPursued(Capture capture, String digest, CaseNumber number, Instant at) {
		this.jdbc.sql("INSERT INTO web_lead (received_at, capture, digest, pursued_as) VALUES (?, ?, ?, ?)")
			.params(Stored.values(at, capture, digest, number))
			.update();
	}

	void addAside(SaidLead said, Suspicion suspicion, String digest, Instant at) {
		this.jdbc
			.sql("""
					INSERT INTO web_lead (received_at, capture, digest, suspicion, person_name, company, email, phone, words)
					VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
					""")
			.params(Stored.values(at, said.capture(), digest, suspicion, said.name(), said.company(), said.email(),
					said.phone(), said.text()))
			.update();
	}

	/** The newest that wait without a pursuit. */
	List<SetAside> aside(int most) {
		return this.jdbc
			.sql("SELECT * FROM web_lead WHERE pursued_as IS NULL ORDER BY received_at DESC, id DESC LIMIT ?")
			.param(most)
			.query(Row.as(WebLeadRepository::read))
			.list();
	}

	/** One of them, held until the transaction ends. */
	Optional<SetAside> take(long id) {
		return this.jdbc.sql("SELECT * FROM web_lead WHERE id = ? AND pursued_as IS NULL FOR UPDATE")
			.param(id)
			.query(Row.as(WebLeadRepository::read))
			.optional();
	}

	/** What became of one, where it became something. */
	Optional<CaseNumber> pursuedAs(long id) {
		return this.jdbc.sql("SELECT pursued_as FROM web_lead WHERE id = ? AND pursued_as IS NOT NULL")
			.param(id)
			.query(Row.as((row) -> row.caseNumber("pursued_as")))
			.optional();
	}

	void pursued(long id, CaseNumber number) {
		this.jdbc
			.sql("""
					UPDATE web_lead SET pursued_as = ?, person_name = NULL, company = NULL, email = NULL, phone = NULL, words = NULL
					WHERE id = ?
					""")
			.params(Stored.values(number, id))
			.update();
	}

	int deleteBefore(Instant before) {
		return this.jdbc.sql("DELETE FROM web_lead WHERE received_at < ?").params(Stored.values(before)).update();
	}

	private static SetAside read(Row row) throws SQLException {
		return new SetAside(row.longNumber("id"), row.instant("received_at"),
				row.constant("suspicion", Suspicion.class),
				new SaidLead(row.text("person_name"), row.text("company"), row.text("email"), row.text("phone"),
						row.text("words"), row.constant("capture", Capture.class)));
	}

	@Override
	public String label() {
		return "Formularios de la web apartados como basura";
	}

	/** What a form says of itself proves nothing about an address. */
	@Override
	public Set<String> knownAs(String address) {
		return Set.of();
	}

	@Override
	public int erase(Person person) {
		return this.jdbc.sql("DELETE FROM web_lead WHERE lower(email) = ?").param(person.address()).update();
	}

	@Override
	public Map<String, List<String>> rows(Person person) {
		return Map.of();
	}

}
