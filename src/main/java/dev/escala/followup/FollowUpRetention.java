package dev.escala.followup;

import java.time.Clock;
import java.time.Period;
import java.time.ZoneId;

import dev.escala.followup.persistence.FollowUpTextRepository;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Removes the words of calls a year after them (GDPR, art. 5.1.e); what figures need
 * stays. The words of a matter go with it where that is sooner.
 */
@Service
public class FollowUpRetention {

	/** What stands where a text stood. */
	static final String GONE = "[suprimido: terminó su conservación]";

	private static final Period KEPT = Period.ofYears(1);

	private static final int CHUNK = 500;

	private final FollowUpTextRepository texts;

	private final Clock clock;

	private final ZoneId zone;

	FollowUpRetention(FollowUpTextRepository texts, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.texts = texts;
		this.clock = clock;
		this.zone = zone;
	}

	/** Empties all that are over for so long, part by part; as often as one likes. */
	public void sweep() {
		var before = this.clock.instant().atZone(this.zone).minus(KEPT).toInstant();
		while (this.texts.empty(before, GONE, this.clock.instant(), CHUNK) == CHUNK) {
			// One part after the other, each for itself.
		}
	}

}
