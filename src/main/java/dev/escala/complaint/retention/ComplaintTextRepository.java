package dev.escala.complaint.retention;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.escala.database.Stored;
import dev.escala.erasure.MatterTextRepository;
import dev.escala.erasure.Texts;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * The texts and files of complaints, wherever they stand. Codes, dates and amounts stay,
 * which figures need.
 */
@Repository
class ComplaintTextRepository {

	private static final String MATTER = "matter_number = ANY(:numbers)";

	private static final String COMPLAINT = "complaint_number = ANY(:numbers)";

	/** Those that only complaints have. */
	private static final List<Texts> OWN = List.of(
			Texts.of("complaint", "number = ANY(:numbers)", "customer_text", "subject", "description", "wish",
					"recording", "finding", "proof", "judgement", "postal_address"),
			Texts.of("complaint_cure", COMPLAINT, "missing", "completion"),
			Texts.of("complaint_point", MATTER, "words", "reason"),
			Texts.of("complaint_decision", MATTER, "action", "recording", "recourse", "benefits"),
			Texts.of("complaint_demand", MATTER, "effect", "reason"),
			Texts.of("complaint_remedy", MATTER, "what", "reason"),
			Texts.of("complaint_dispute", COMPLAINT, "body", "outcome"), Texts.of("complaint_hold", COMPLAINT, "note"),
			Texts.of("complaint_abuse", MATTER, "what"),
			Texts.of("improvement", "source = ANY(:numbers)", "subject", "what", "why"));

	/** All of them; a test names what of a customer stands in none of these. */
	static final List<Texts> ALL = Stream.concat(OWN.stream(), MatterTextRepository.ROOMS.stream()).toList();

	/** Told to whoever asks; nothing of them is a text that is emptied. */
	private static final List<Texts> ONLY_TOLD = List.of(Texts.of("complaint_receipt", "case_number = ANY(:numbers)"),
			Texts.of("complaint_answer_sheet", "case_number = ANY(:numbers)"), Texts.of("complaint_term", COMPLAINT));

	/** Nothing of them can be emptied; all of it goes. */
	static final List<String> SEALED = List.of("complaint_receipt", "complaint_answer_sheet", "complaint_key",
			"tracking_link");

	private final MatterTextRepository texts;

	private final JdbcClient jdbc;

	ComplaintTextRepository(MatterTextRepository texts, JdbcClient jdbc) {
		this.texts = texts;
		this.jdbc = jdbc;
	}

	/**
	 * Empties all that a customer or about a customer was written there, and removes the
	 * sealed receipt and answers, the key, the links and the files.
	 * @param gone what stands in a text afterwards
	 */
	void empty(Collection<CaseNumber> numbers, String gone) {
		this.texts.empty(OWN, numbers, gone);
		SEALED.forEach((table) -> this.jdbc.sql("DELETE FROM " + table + " WHERE case_number = ANY(:numbers)")
			.param("numbers", Stored.texts(numbers))
			.update());
	}

	/** All rows of them as JSON, by table, without files. */
	Map<String, List<String>> rows(Collection<CaseNumber> numbers) {
		List<Texts> told = new ArrayList<>(OWN);
		told.addAll(ONLY_TOLD);
		return this.texts.rows(told, numbers);
	}

}
