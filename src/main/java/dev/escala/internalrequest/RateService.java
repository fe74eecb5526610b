package dev.escala.internalrequest;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import dev.escala.database.Stored;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps how a department served another (004-77). The morale goes into a table that knows
 * neither the person nor the request, only the departments and the quarter of the year.
 */
@Service
@Transactional
public class RateService {

	private final InternalRequests requests;

	private final JdbcClient jdbc;

	private final ZoneId zone;

	private final Clock clock;

	RateService(InternalRequests requests, JdbcClient jdbc, @Value("${escala.zone}") ZoneId zone, Clock clock) {
		this.requests = requests;
		this.jdbc = jdbc;
		this.zone = zone;
		this.clock = clock;
	}

	/** Keeps the rating; of one request there is one. */
	public void rate(String number, String user, Rating rating) {
		InternalRequest request = this.requests.lock(number);
		int kept = this.jdbc
			.sql("INSERT INTO department_rating (number, from_group, to_group, rated_at, responsiveness, quality, "
					+ "communication, teamwork, comment) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING")
			.params(Stored.values(number, request.fromGroup(), request.groupId(), this.clock.instant(),
					rating.responsiveness(), rating.quality(), rating.communication(), rating.teamwork(),
					rating.comment()))
			.update();
		if (kept == 0) {
			return;
		}
		this.jdbc
			.sql("INSERT INTO department_morale (from_group, to_group, quarter, grade, ratings) VALUES (?, ?, ?, ?, 1) "
					+ "ON CONFLICT (from_group, to_group, quarter, grade) "
					+ "DO UPDATE SET ratings = department_morale.ratings + 1")
			.params(request.fromGroup(), request.groupId(), quarter(), rating.morale())
			.update();
		this.requests.note(number, RequestNote.Kind.RATING, user, rating.comment());
		this.requests.tell(number, user, "Valoró el servicio recibido.");
	}

	/** The first day of the quarter. */
	private LocalDate quarter() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		return LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
	}

}
