package dev.escala.complaint.retention;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.erasure.Person;
import dev.escala.erasure.PersonalRecords;
import dev.escala.reference.CaseNumber;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The complaints of somebody who is no customer but for them: all of those that ended is
 * theirs, and goes; out of an open one they are taken as out of any text, because it is
 * still to be answered. A complaint of a company is no person's.
 */
@Repository
// Before receipts and contacts are gone, which tell whose a complaint is.
@Order(Ordered.HIGHEST_PRECEDENCE)
class ComplaintErasureRepository implements PersonalRecords {

	/** Of a complainant whom nobody else belongs to. */
	private static final String THEIRS = """
			FROM complaint c JOIN customer u ON u.id = c.customer_id
			WHERE u.code ~ '^R-[0-9]+$'
			  AND (EXISTS (SELECT FROM customer_contact p WHERE p.customer_id = u.id AND lower(p.email) = :address)
			    OR EXISTS (SELECT FROM complaint_receipt r WHERE r.case_number = c.number AND lower(r.mail_to) = :address))
			  AND NOT EXISTS (SELECT FROM customer_contact o WHERE o.customer_id = u.id AND lower(o.email) <> :address)
			""";

	private final JdbcClient jdbc;

	private final ComplaintTextRepository texts;

	private final Clock clock;

	ComplaintErasureRepository(JdbcClient jdbc, ComplaintTextRepository texts, Clock clock) {
		this.jdbc = jdbc;
		this.texts = texts;
		this.clock = clock;
	}

	@Override
	public String label() {
		return "Reclamaciones terminadas de la persona";
	}

	/** Their own name is also that of a customer, who is nobody else. */
	@Override
	public Set<String> knownAs(String address) {
		Set<String> known = new TreeSet<>();
		this.jdbc.sql("SELECT DISTINCT u.name, c.customer_text " + THEIRS)
			.param("address", address)
			.query(Row.each((row) -> {
				known.add(row.text("name"));
				known.add(row.text("customer_text"));
			}));
		known.removeAll(Set.of(ComplaintRetention.GONE, Person.GONE));
		return known;
	}

	@Override
	public int erase(Person person) {
		List<CaseNumber> ended = numbers(person, " AND c.phase = 'ENDED'");
		if (!ended.isEmpty()) {
			this.texts.empty(ended, Person.GONE);
			this.jdbc.sql("UPDATE complaint SET emptied_at = coalesce(emptied_at, ?) WHERE number = ANY(?)")
				.params(Stored.value(this.clock.instant()), Stored.texts(ended))
				.update();
		}
		return ended.size();
	}

	@Override
	public Map<String, List<String>> rows(Person person) {
		return this.texts.rows(numbers(person, ""));
	}

	private List<CaseNumber> numbers(Person person, String which) {
		return this.jdbc.sql("SELECT c.number " + THEIRS + which + " ORDER BY c.number")
			.param("address", person.address())
			.query(Row.as((row) -> row.caseNumber("number")))
			.list();
	}

}
