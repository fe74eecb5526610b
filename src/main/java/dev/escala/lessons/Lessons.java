package dev.escala.lessons;

import java.sql.SQLException;
import java.text.Normalizer;
import java.time.Clock;
import java.util.List;
import java.util.Locale;

import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.validation.Fields;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records lessons learned and finds them again (001-34). */
@Service
public class Lessons {

	private static final int LONGEST_TEXT = 4000;

	private static final int LONGEST_SEARCH = 200;

	private static final String COLUMNS = "SELECT id, case_number, text, author, recorded_at FROM lesson ";

	private final JdbcClient jdbc;

	private final Clock clock;

	Lessons(JdbcClient jdbc, Clock clock) {
		this.jdbc = jdbc;
		this.clock = clock;
	}

	/**
	 * Records a lesson in the caller's transaction.
	 * @param caseNumber the case that taught it
	 * @param text the lesson, 1 to 4000 characters
	 * @param author user id
	 * @return whether it was new: the same words are recorded once for a case
	 */
	@Transactional
	public boolean add(String caseNumber, String text, String author) {
		Fields fields = new Fields();
		String kept = fields.required("lessonsLearned", "lo que se ha aprendido", text, LONGEST_TEXT);
		fields.done();
		return this.jdbc
			.sql("INSERT INTO lesson (case_number, text, folded, author, recorded_at) "
					+ "VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
			.params(Stored.values(caseNumber, kept, folded(kept), author, this.clock.instant()))
			.update() == 1;
	}

	/** The lessons of a case, oldest first. */
	public List<Lesson> of(String caseNumber) {
		return this.jdbc.sql(COLUMNS + "WHERE case_number = ? ORDER BY id")
			.param(caseNumber)
			.query(Row.as(Lessons::lesson))
			.list();
	}

	/**
	 * Finds lessons that contain every word, without regard to case and accents.
	 * @param words the words, or {@code null} or blank for all lessons; at most 200
	 * characters
	 * @param part which part, ordered by columns of the lessons' table
	 */
	public Page<Lesson> search(String words, PageRequest part) {
		Fields fields = new Fields();
		String text = fields.optional("search", "la búsqueda", words, LONGEST_SEARCH);
		fields.done();
		String[] patterns = (text == null) ? new String[0] : patterns(text);
		// NOT EXISTS rather than LIKE ALL: the latter knows no ESCAPE of its own.
		String where = "WHERE NOT EXISTS (SELECT 1 FROM unnest(?::text[]) AS word "
				+ "WHERE folded NOT LIKE word ESCAPE '!') ";
		long total = this.jdbc.sql("SELECT count(*) FROM lesson " + where).param(patterns).query(Long.class).single();
		List<Lesson> lessons = this.jdbc
			.sql(COLUMNS + where + "ORDER BY " + part.orderBy() + ", id DESC LIMIT ? OFFSET ?")
			.param(patterns)
			.param(part.size())
			.param(part.offset())
			.query(Row.as(Lessons::lesson))
			.list();
		return new Page<>(lessons, part.page(), part.size(), total);
	}

	private static String[] patterns(String text) {
		return java.util.Arrays.stream(folded(text).split("\\s+"))
			.map((word) -> "%" + word.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%")
			.toArray(String[]::new);
	}

	private static String folded(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "").toLowerCase(Locale.ROOT);
	}

	private static Lesson lesson(Row row) throws SQLException {
		return new Lesson(row.longNumber("id"), row.text("case_number"), row.text("text"), row.text("author"),
				row.instant("recorded_at"));
	}

}
