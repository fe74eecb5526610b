package dev.escala.pursuit.keeping;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.database.Row;
import dev.escala.erasure.Person;
import dev.escala.erasure.PersonalRecords;
import dev.escala.reference.CaseNumber;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The pursuits in which the person was the one to speak to: what was said in those that
 * ended without a customer goes; out of the others the person is taken, because somebody
 * still works with the company. That they asked not to be called stays, as digests.
 */
@Repository
// Before the person is taken out of the profiles, which tell whose a pursuit is.
@Order(Ordered.HIGHEST_PRECEDENCE)
class PursuitErasureRepository implements PersonalRecords {

	/** An opportunity has the profile of the prospect that it was. */
	private static final String THEIRS = """
			FROM pursuit u JOIN pursuit_profile f ON f.number IN (u.number, u.came_from)
			WHERE lower(f.person_email) = :address
			""";

	private final JdbcClient jdbc;

	private final PursuitTextRepository texts;

	PursuitErasureRepository(JdbcClient jdbc, PursuitTextRepository texts) {
		this.jdbc = jdbc;
		this.texts = texts;
	}

	@Override
	public String label() {
		return "Prospectos y oportunidades en los que era la persona de contacto";
	}

	/**
	 * What another person or a company is called, too, names nobody; a prospect that is
	 * the person is no company.
	 */
	@Override
	public Set<String> knownAs(String address) {
		Set<String> known = new TreeSet<>();
		this.jdbc.sql("""
				SELECT unnest(ARRAY[f.person_name, f.person_phone]) AS known FROM pursuit_profile f
				WHERE lower(f.person_email) = :address
				EXCEPT SELECT unnest(ARRAY[o.person_name, o.person_phone]) FROM pursuit_profile o
				       WHERE o.person_email IS NULL OR lower(o.person_email) <> :address
				EXCEPT SELECT name FROM customer
				EXCEPT SELECT p.name FROM prospect p WHERE NOT EXISTS (
				         SELECT FROM pursuit u JOIN pursuit_profile f ON f.number IN (u.number, u.came_from)
				         WHERE lower(f.person_email) = :address AND u.party_kind = 'PROSPECT' AND u.party_id = p.id)
				""").param("address", address).query(Row.each((row) -> {
			if (row.text("known") != null) {
				known.add(row.text("known"));
			}
		}));
		return known;
	}

	@Override
	public int erase(Person person) {
		List<CaseNumber> theirs = numbers(person, "");
		List<CaseNumber> over = numbers(person, " AND u.ended_at IS NOT NULL AND u.customer_id IS NULL");
		if (!over.isEmpty()) {
			this.texts.emptyWords(over, Person.GONE);
		}
		if (!theirs.isEmpty()) {
			this.texts.forgetPerson(theirs);
		}
		return theirs.size();
	}

	@Override
	public Map<String, List<String>> rows(Person person) {
		return this.texts.rows(numbers(person, ""));
	}

	private List<CaseNumber> numbers(Person person, String which) {
		return this.jdbc.sql("SELECT DISTINCT u.number " + THEIRS + which + " ORDER BY u.number")
			.param("address", person.address())
			.query(Row.as((row) -> row.caseNumber("number")))
			.list();
	}

}
