package dev.escala.internalrequest.figure;

import java.time.Instant;
import java.time.LocalDate;

import dev.escala.database.Columns;
import dev.escala.internalrequest.InternalRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * How departments served each other. The table of the morale knows neither the person nor
 * the request.
 */
@Repository
class RatingRepository {

	private final JdbcClient jdbc;

	RatingRepository(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Keeps all of a rating but the morale.
	 * @return whether it is the first of this request; another one changes nothing
	 */
	public boolean add(InternalRequest request, Rating rating, Instant when) {
		return Columns.set("number", request.number())
			.and("from_group", request.fromGroup())
			.and("to_group", request.groupId())
			.and("rated_at", when)
			.and("responsiveness", rating.responsiveness())
			.and("quality", rating.quality())
			.and("communication", rating.communication())
			.and("teamwork", rating.teamwork())
			.and("comment", rating.comment())
			.insertInto("department_rating", "ON CONFLICT DO NOTHING", this.jdbc)
			.update() == 1;
	}

	/** Counts a grade of the morale in the quarter that begins on that day. */
	public void addMorale(String fromGroup, String toGroup, LocalDate quarter, int grade) {
		Columns.set("from_group", fromGroup)
			.and("to_group", toGroup)
			.and("quarter", quarter)
			.and("grade", grade)
			.and("ratings", 1)
			.insertInto("department_morale",
					"ON CONFLICT (from_group, to_group, quarter, grade) "
							+ "DO UPDATE SET ratings = department_morale.ratings + 1",
					this.jdbc)
			.update();
	}

}
