package dev.escala.escalation.preview;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Staff;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.Deadline;
import dev.escala.clock.Pause;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevelForecast;
import dev.escala.clock.explanation.ClockExplanation;
import dev.escala.customer.Tier;
import dev.escala.level.Levels;
import dev.escala.matter.Severity;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.text.DateTexts;
import dev.escala.validation.Moments;

import org.springframework.stereotype.Service;

/**
 * Answers what happens when with a case that nobody has reported and that nobody would
 * work on: the same tables and the same computation as for a real one. Writes nothing.
 */
@Service
public class ServiceLevelPreview {

	private final PreviewFacts facts;

	private final ServiceLevelForecast forecast;

	private final Decisions decisions;

	private final Staff staff;

	private final Moments moments;

	private final DateTexts dates;

	ServiceLevelPreview(PreviewFacts facts, ServiceLevelForecast forecast, Decisions decisions, Staff staff,
			Moments moments, DateTexts dates) {
		this.facts = facts;
		this.forecast = forecast;
		this.decisions = decisions;
		this.staff = staff;
		this.moments = moments;
		this.dates = dates;
	}

	/**
	 * The clocks and what happens when.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 * @throws dev.escala.clock.UnmeasurableException where a date cannot be computed
	 */
	public Preview preview(PreviewRequest request) {
		PreviewFacts.Case known = this.facts.read(request);
		PreviewTimeline timeline = new PreviewTimeline(this.dates);
		List<Deadline> clocks = new ArrayList<>();
		List<Deadline> waiting = new ArrayList<>();
		timeline.reported(known.reportedAt(), known.severity(), known.severityReason());
		ServiceClock.fromReport().forEach((which) -> waiting.add(clock(known, which, known.reportedAt())));
		int level = 1;
		while (!waiting.isEmpty()) {
			Deadline next = waiting.stream()
				.min(Comparator.comparing(Deadline::dueAt).thenComparing(Deadline::clock))
				.orElseThrow();
			waiting.remove(next);
			clocks.add(next);
			timeline.warning(next);
			if (!PreviewTimeline.raisesLevel(next.clock())) {
				timeline.passed(next);
			}
			else if (level == Levels.TOP) {
				timeline.missedAtTheTop(next);
			}
			else if (next.clock() == ServiceClock.ANSWER && attending(waiting).isPresent()) {
				timeline.missedWhileAttended(next, attending(waiting).get());
			}
			else {
				level++;
				Decision decision = hierarchy(known, level);
				timeline.missed(next, level, this.staff.groupName(decision.text("group")), decision.reason());
				waiting.add(clock(known, ServiceClock.ofLevel(level), next.dueAt()));
			}
		}
		known.pauses().forEach((pause) -> pause(timeline, known, pause));
		return new Preview(known.reportedAt(), known.severity(), known.severityReason(), known.tier(), known.calendar(),
				explained(known, clocks), timeline.inOrder());
	}

	private static Optional<Deadline> attending(List<Deadline> waiting) {
		return waiting.stream()
			.filter((clock) -> clock.clock() == ServiceClock.LEVEL_2 || clock.clock() == ServiceClock.LEVEL_3)
			.findFirst();
	}

	private Deadline clock(PreviewFacts.Case known, ServiceClock which, Instant start) {
		return this.forecast.clock(which, known.severity(), known.tier(), start, known.calendar(), known.pauses());
	}

	private Decision hierarchy(PreviewFacts.Case known, int level) {
		return this.decisions.decide(null, "hierarchicalRouting",
				Map.of("level", level, "severity", known.severity(), "tier", known.tier()));
	}

	private void pause(PreviewTimeline timeline, PreviewFacts.Case known, Pause pause) {
		Deadline review = clock(known, ServiceClock.PAUSE_REVIEW, pause.startedAt());
		timeline.paused(pause, review);
	}

	private List<ClockExplanation> explained(PreviewFacts.Case known, List<Deadline> clocks) {
		return clocks.stream()
			.map((deadline) -> ClockExplanation.of(deadline, known.calendar(), known.pauses(), List.of(),
					known.reportedAt(), this.moments.zone(), (user) -> user.value()))
			.toList();
	}

	/**
	 * What would happen.
	 *
	 * @param reportedAt when the case would be reported
	 * @param severityReason where the severity comes from, in Spanish
	 * @param clocks its clocks, by their date
	 * @param timeline what happens when, in order
	 */
	public record Preview(Instant reportedAt, Severity severity, String severityReason, Tier tier,
			WorkingCalendar calendar, List<ClockExplanation> clocks, List<Happening> timeline) {
	}

	/** What kind of thing happens; of what happens at once, in this order. */
	public enum Kind {

		REPORTED, RESUMPTION, PAUSE, WARNING, DUE

	}

	/**
	 * Something that happens.
	 *
	 * @param at when
	 * @param clock the clock that it comes from, or {@code null}
	 * @param kind what kind of thing
	 * @param text when and what, in Spanish
	 * @param reason the reasons of the rules, in Spanish, or {@code null}
	 */
	public record Happening(Instant at, ServiceClock clock, Kind kind, String text, String reason) {
	}

}
