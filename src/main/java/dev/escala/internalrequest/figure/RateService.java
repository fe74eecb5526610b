package dev.escala.internalrequest.figure;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;

import dev.escala.internalrequest.InternalRequest;
import dev.escala.internalrequest.InternalRequests;
import dev.escala.internalrequest.RequestNote;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.beans.factory.annotation.Value;
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

	private final RatingRepository ratings;

	private final ZoneId zone;

	private final Clock clock;

	RateService(InternalRequests requests, RatingRepository ratings, @Value("${escala.zone}") ZoneId zone,
			Clock clock) {
		this.requests = requests;
		this.ratings = ratings;
		this.zone = zone;
		this.clock = clock;
	}

	/** Keeps the rating; of one request there is one. */
	public void rate(CaseNumber number, UserId user, Rating rating) {
		InternalRequest request = this.requests.lock(number);
		if (!this.ratings.add(request, rating, this.clock.instant())) {
			return;
		}
		this.ratings.addMorale(request.fromGroup(), request.groupId(), quarter(), rating.morale());
		this.requests.note(number, RequestNote.Kind.RATING, user, rating.comment());
		this.requests.tell(number, user, "Valoró el servicio recibido.");
	}

	/** The first day of the quarter. */
	private LocalDate quarter() {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		return LocalDate.of(today.getYear(), (today.getMonthValue() - 1) / 3 * 3 + 1, 1);
	}

}
