package dev.escala.clock;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.clock.count.MinuteWalk;
import dev.escala.clock.count.OpenMinutes;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.config.AutowireCapableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The real incidents that become escalations, lived through again with their own
 * timestamps: each wait is a pause, each change of impact or urgency a new assessment,
 * each return a reopening. Real timers notice what is missed; the oracle says what they
 * should have noticed.
 */
@EscalaTest
@DisplayName("Real incidents miss their deadlines exactly when the oracle says")
class IncidentReplayTests {

	private static final ZoneId MADRID = ZoneId.of("Europe/Madrid");

	private static final List<ServiceClock> COMPARED = List.of(ServiceClock.FIRST_NOTICE, ServiceClock.ACKNOWLEDGEMENT,
			ServiceClock.ANSWER, ServiceClock.RESOLUTION);

	/** Public holidays of Madrid while these incidents were open. */
	private static final List<String> HOLIDAYS = List.of("2016-01-01", "2016-01-06", "2016-03-24", "2016-03-25",
			"2016-05-02", "2016-08-15", "2016-10-12", "2016-11-01", "2016-12-06", "2016-12-08", "2016-12-26",
			"2017-01-06", "2017-03-20", "2017-04-13", "2017-04-14", "2017-05-01", "2017-05-02");

	private final MinuteWalk walk = new MinuteWalk(
			new OpenMinutes(MADRID, (date) -> (date.getDayOfWeek().getValue() > 5 || HOLIDAYS.contains(date.toString()))
					? List.of() : List.of("09:00-18:00")));

	/** Made here: as a bean it would need an application of its own. */
	private IncidentReplay replay;

	@BeforeEach
	void people(@Autowired AutowireCapableBeanFactory beans) {
		this.replay = beans.createBean(IncidentReplay.class);
		this.replay.prepare();
	}

	@AfterEach
	void itIsToday() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("Every clock of every escalation")
	void breachesAreTheOracles() {
		Map<String, List<Incident>> incidents = Incident.readAll(MADRID);
		assertThat(incidents).hasSize(300);
		List<List<Incident>> escalated = incidents.values().stream().filter(this.replay::escalates).toList();
		assertThat(escalated).as("escalations among the incidents").hasSizeGreaterThan(50);
		List<String> different = new ArrayList<>();
		int missed = 0;
		int paused = 0;
		for (Collection<Incident> changes : escalated) {
			IncidentReplay.Lived lived = this.replay.live(List.copyOf(changes));
			paused += lived.ledger().size();
			for (ServiceClock clock : COMPARED) {
				Optional<Instant> expected = this.walk
					.breach(lived.start(), lived.agreed(clock), lived.ledger(), lived.shut(clock))
					.filter((when) -> when.isBefore(lived.end()));
				Optional<Instant> seen = lived.breach(clock).map((when) -> when.truncatedTo(ChronoUnit.MINUTES));
				missed += expected.isPresent() ? 1 : 0;
				if (!expected.equals(seen)) {
					different.add(lived.number() + " " + changes.iterator().next().number() + " " + clock + ": oracle "
							+ expected + ", seen " + seen + " " + lived);
				}
			}
		}
		System.out.printf("Replayed %d escalations of %d incidents: %d stops in their ledgers, %d misses%n",
				escalated.size(), incidents.size(), paused, missed);
		assertThat(different).isEmpty();
		assertThat(missed).isGreaterThan(50);
		assertThat(paused).isGreaterThan(20);
	}

}
