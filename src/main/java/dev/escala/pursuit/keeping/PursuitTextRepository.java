package dev.escala.pursuit.keeping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.erasure.MatterTextRepository;
import dev.escala.erasure.Person;
import dev.escala.erasure.Texts;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The texts of prospects and opportunities, wherever they stand. Codes, dates, minutes,
 * amounts and competitors stay, which figures need. A new column with a text of whom is
 * pursued gets its line in one of these lists.
 */
@Repository
class PursuitTextRepository {

	private static final String PURSUIT = "number = ANY(:numbers)";

	/** Whom it is about. */
	static final List<Texts> NAMES = List.of(Texts.of("pursuit", PURSUIT, "party_name", "subject"));

	/** What was said, in sentences. */
	static final List<Texts> SAID = List.of(Texts.of("stage_passed", PURSUIT, "said"),
			Texts.of("pursuit_call", PURSUIT, "note"), Texts.of("pursuit_loss", PURSUIT, "note"),
			Texts.of("quote", PURSUIT, "content", "custom_terms", "terms", "note"),
			Texts.of("commitment", "matter_number = ANY(:numbers)", "content", "settled_note"));

	/** What is known of them: nothing stands there afterwards. */
	static final List<Texts> KNOWN = List
		.of(Texts.of("pursuit_profile", PURSUIT, "why_chosen", "person_name", "person_title", "person_phone",
				"person_email", "recent_events", "suitable_sectors", "contact_level", "livelihood"));

	/** What we learned (004-66): it stays, without whom it was learned from. */
	static final List<Texts> LEARNED = List
		.of(Texts.of("pursuit_loss", PURSUIT, "lesson", "weak_points", "cause", "change"));

	/** All of them; a test names what of whom is pursued stands in none of these. */
	static final List<Texts> ALL = Stream.of(NAMES, SAID, KNOWN, LEARNED).flatMap(List::stream).toList();

	/** No address that anybody has. */
	private static final String NO_ADDRESS = "nobody@prospect.invalid";

	private final MatterTextRepository texts;

	private final JdbcClient jdbc;

	PursuitTextRepository(MatterTextRepository texts, JdbcClient jdbc) {
		this.texts = texts;
		this.jdbc = jdbc;
	}

	/**
	 * Empties all that was written there of whom is pursued.
	 * @param gone what stands in a text afterwards
	 */
	void empty(Collection<CaseNumber> numbers, String gone) {
		numbers.forEach((number) -> unlearn(number, gone));
		KNOWN.forEach((one) -> clear(one, numbers));
		List<Texts> emptied = new ArrayList<>(NAMES);
		emptied.addAll(SAID);
		this.texts.empty(emptied, numbers, gone);
	}

	/** The same, but for the name of the company, which is not the person. */
	void emptyWords(Collection<CaseNumber> numbers, String gone) {
		numbers.forEach((number) -> unlearn(number, gone));
		KNOWN.forEach((one) -> clear(one, numbers));
		this.texts.empty(SAID, numbers, gone);
	}

	/** Nobody is the person to speak to any more. */
	void forgetPerson(Collection<CaseNumber> numbers) {
		clear(Texts.of("pursuit_profile", PURSUIT, "person_name", "person_title", "person_phone", "person_email"),
				numbers);
	}

	/** All rows of them as JSON, by table. */
	Map<String, List<String>> rows(Collection<CaseNumber> numbers) {
		Map<String, List<String>> rows = new TreeMap<>();
		if (!numbers.isEmpty()) {
			rows.putAll(this.texts.rows(ALL, numbers));
		}
		return rows;
	}

	/** Takes name, person, address and telephone out of the lessons, before they go. */
	private void unlearn(CaseNumber number, String gone) {
		this.jdbc.sql("""
				SELECT u.party_name, f.person_name, f.person_phone, f.person_email
				FROM pursuit u LEFT JOIN pursuit_profile f ON f.number = coalesce(u.came_from, u.number)
				WHERE u.number = ?
				""").param(number.value()).query(Row.each((row) -> {
			Set<String> names = Stream.of(row.text("party_name"), row.text("person_name"))
				.filter((name) -> name != null && !name.isBlank() && !name.startsWith("["))
				// Nobody says the legal form: «Talleres Rueda, S. L.».
				.flatMap((name) -> Stream.of(name, name.split(",")[0]))
				.collect(Collectors.toSet());
			String email = row.text("person_email");
			Person person = Person.of((email == null) ? NO_ADDRESS : email,
					Stream.ofNullable(row.text("person_phone")).toList(), names);
			LEARNED.forEach((one) -> one.columns()
				.forEach((column) -> this.jdbc
					.sql("UPDATE " + one.table() + " SET " + column + " = regexp_replace(" + column
							+ ", :person, :gone, 'gi') WHERE " + one.whose())
					.param("person", person.pattern())
					.param("gone", gone)
					.param("numbers", Stored.texts(List.of(number)))
					.update()));
		}));
	}

	private void clear(Texts texts, Collection<CaseNumber> numbers) {
		this.jdbc
			.sql("UPDATE " + texts.table() + " SET "
					+ texts.columns().stream().map((column) -> column + " = NULL").collect(Collectors.joining(", "))
					+ " WHERE " + texts.whose())
			.param("numbers", Stored.texts(numbers))
			.update();
	}

}
