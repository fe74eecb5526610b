package dev.escala.pursuit.loss;

import java.time.Instant;
import java.util.Optional;

import dev.escala.database.Columns;
import dev.escala.database.Row;
import dev.escala.reference.CaseNumber;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The table {@code pursuit_loss}. */
@Repository
class LossRepository {

	private static final String TABLE = "pursuit_loss";

	private final JdbcClient jdbc;

	LossRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	void add(Loss loss) {
		SaidLoss.Rival rival = loss.said().rival();
		Columns.set("number", loss.number())
			.and("reason", loss.said().reason())
			.and("note", loss.said().note())
			.and("lesson", loss.said().lesson())
			.and("competitor", (rival == null) ? null : rival.name())
			.and("weak_points", (rival == null) ? null : rival.weakPoints())
			.and("analyst", (rival == null) ? null : rival.analyst())
			.and("lost_by", loss.by())
			.and("lost_at", loss.at())
			.insertInto(TABLE, this.jdbc)
			.update();
	}

	Optional<Loss> find(CaseNumber number) {
		return this.jdbc.sql("SELECT * FROM pursuit_loss WHERE number = ?")
			.param(number.value())
			.query(Row.as((row) -> {
				SaidLoss.Rival rival = (row.text("competitor") == null) ? null
						: new SaidLoss.Rival(row.text("competitor"), row.text("weak_points"), row.userId("analyst"));
				Instant analysed = row.instant("analysed_at");
				return new Loss(number, new SaidLoss(row.text("reason"), row.text("note"), row.text("lesson"), rival),
						row.userId("lost_by"), row.instant("lost_at"),
						(analysed == null) ? null : new Loss.Analysis(row.text("cause"), row.text("change"), analysed));
			}))
			.optional();
	}

	void analysed(CaseNumber number, Loss.Analysis analysis) {
		Columns.set("cause", analysis.cause())
			.and("change", analysis.change())
			.and("analysed_at", analysis.at())
			.update(TABLE, "number", number, this.jdbc);
	}

}
