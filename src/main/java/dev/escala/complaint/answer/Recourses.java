package dev.escala.complaint.answer;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;

import dev.escala.complaint.regime.DisputeBody;
import dev.escala.complaint.regime.Regimes;
import dev.escala.complaint.regime.Sector;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where the customer can go with a complaint that was not wholly granted (Ley 10/2025,
 * art. 13.7; Ley 7/2017, art. 40.3). The European platform is closed and is never named.
 */
@Component
public class Recourses {

	private final Regimes regimes;

	private final AdheredBodies adhered;

	private final Clock clock;

	private final ZoneId zone;

	Recourses(Regimes regimes, AdheredBodies adhered, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.regimes = regimes;
		this.adhered = adhered;
		this.clock = clock;
		this.zone = zone;
	}

	/** Those that the letter names: the confirmed ones, or all where none is. */
	List<DisputeBody> named(DecisionFacts facts) {
		return confirmed(all(facts));
	}

	/**
	 * The same for a consumer who has not complained yet, each with whether we take part.
	 * @param country ISO 3166 code in lower case
	 * @param sector what the company sells
	 */
	public List<Open> open(String country, Sector sector) {
		return confirmed(this.regimes.bodies(country, sector, true)).stream()
			.map((body) -> new Open(body, takesPart(body)))
			.toList();
	}

	private List<DisputeBody> confirmed(List<DisputeBody> all) {
		List<DisputeBody> confirmed = all.stream().filter((body) -> !body.isToCheck(today())).toList();
		return confirmed.isEmpty() ? all : confirmed;
	}

	/** Those of the table that somebody has to look up before a letter relies on them. */
	List<DisputeBody> toCheck(DecisionFacts facts) {
		return all(facts).stream().filter((body) -> body.isToCheck(today())).toList();
	}

	/** Whether the organisation takes part: it wants to, or the decision binds it. */
	boolean takesPart(DisputeBody body) {
		return body.binds() == DisputeBody.Binds.COMPANY || this.adhered.has(body);
	}

	private List<DisputeBody> all(DecisionFacts facts) {
		return this.regimes.bodies(facts.country(), facts.sector(), facts.consumer());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone);
	}

	/**
	 * Where somebody can go.
	 *
	 * @param body the body
	 * @param takesPart whether we take part in its procedure
	 */
	public record Open(DisputeBody body, boolean takesPart) {
	}

}
