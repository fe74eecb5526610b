package dev.escala.complaint.answer;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.complaint.regime.Sector;
import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.database.Stored;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code complaint_decision}. */
@Repository
class DecisionFactsRepository {

	private final JdbcClient jdbc;

	DecisionFactsRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void save(CaseNumber number, DecisionFacts facts, UserId by, Instant when) {
		Columns.set("matter_number", number)
			.and("language", facts.language())
			.and("country", facts.country())
			.and("sector", facts.sector())
			.and("consumer", facts.consumer())
			.and("benefits", Stored.texts(facts.benefits()))
			.and("action", facts.action())
			.and("recording", facts.recording())
			.and("recourse", facts.recourse())
			.and("opening", facts.opening())
			.and("on_paper", facts.onPaper())
			.and("written_by", by)
			.and("written_at", when)
			.save("complaint_decision", List.of("matter_number"), this.jdbc);
	}

	Optional<DecisionFacts> find(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM complaint_decision WHERE matter_number = ?")
			.param(number.value())
			.query(Row.as((row) -> new DecisionFacts(row.constant("language", LetterLanguage.class),
					row.text("country"), row.constant("sector", Sector.class), row.flag("consumer"),
					row.texts("benefits"), row.text("action"), row.text("recording"), row.text("recourse"),
					row.text("opening"), row.flag("on_paper"))))
			.optional();
	}

}
