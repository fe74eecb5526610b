package dev.escala.level;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Staff;
import dev.escala.calendar.Calendars;
import dev.escala.clock.Deadline;
import dev.escala.clock.DeadlineRepository;
import dev.escala.clock.PauseRepository;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.UnmeasurableException;
import dev.escala.clock.count.Countdown;
import dev.escala.clock.count.Counting;
import dev.escala.clock.count.Target;
import dev.escala.matter.Matters;
import dev.escala.matter.Severity;
import dev.escala.modelgate.replay.CaseConsequences;
import dev.escala.reference.CaseNumber;
import dev.escala.routing.Decisions;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * What other decisions would have meant for one case: how bad it was, who got it, and the
 * dates of its clocks, also of those that another severity decides. Counted with the
 * pauses of the case and the calendars as they are now; writes nothing.
 */
@Component
class CaseReplayed implements CaseConsequences {

	private static final String LEVELS = "serviceLevels";

	private static final String SEVERITY = "escalationSeverity";

	private static final Set<String> ROUTES = Set.of("functionalRouting", "hierarchicalRouting");

	private final Matters matters;

	private final DeadlineRepository deadlines;

	private final PauseRepository pauses;

	private final Calendars calendars;

	private final Decisions decisions;

	private final Staff staff;

	private final DateTexts dates;

	CaseReplayed(Matters matters, DeadlineRepository deadlines, PauseRepository pauses, Calendars calendars,
			Decisions decisions, Staff staff, DateTexts dates) {
		this.matters = matters;
		this.deadlines = deadlines;
		this.pauses = pauses;
		this.calendars = calendars;
		this.decisions = decisions;
		this.staff = staff;
		this.dates = dates;
	}

	@Override
	public void requireSeen(CaseNumber number) {
		this.matters.get(number);
		this.matters.requireSeen(number);
	}

	@Override
	public boolean tells(String decision) {
		return decision.equals(LEVELS) || decision.equals(SEVERITY) || ROUTES.contains(decision);
	}

	@Override
	public List<String> of(CaseNumber number, List<Changed> changed, Tables tables) {
		List<String> sentences = new ArrayList<>();
		Map<ServiceClock, Target> targets = new LinkedHashMap<>();
		for (Changed one : changed) {
			String decision = one.filed().decision().decision();
			Map<String, Object> before = one.filed().decision().matches().get(0).outputs();
			if (decision.equals(SEVERITY)) {
				Severity other = Severity.valueOf(String.valueOf(one.after().get(0).get("severity")));
				sentences.add("La gravedad habría sido " + Sentences.within(other.label()) + ", no "
						+ Sentences.within(Severity.valueOf(String.valueOf(before.get("severity"))).label()) + ".");
				targets.putAll(levels(number, other, one.filed().decision().inputs().get("tier"), tables));
			}
			else if (ROUTES.contains(decision)) {
				sentences.add("Lo habría recibido " + group(one.after().get(0)) + ", no " + group(before) + ".");
			}
			else if (decision.equals(LEVELS)) {
				target(one.after().get(0)).ifPresent((target) -> targets
					.put(ServiceClock.valueOf(String.valueOf(one.filed().decision().inputs().get("clock"))), target));
			}
		}
		targets.forEach((clock, target) -> told(number, clock, target).ifPresent(sentences::add));
		return sentences;
	}

	private String group(Map<String, Object> answer) {
		return this.staff.groupName(String.valueOf(answer.get("group")));
	}

	/** What another severity would have asked of each clock that the case had. */
	private Map<ServiceClock, Target> levels(CaseNumber number, Severity severity, Object tier, Tables tables) {
		Map<ServiceClock, Target> targets = new LinkedHashMap<>();
		this.deadlines.deadlines(number).forEach((deadline) -> {
			Map<String, Object> facts = Map.of("clock", deadline.clock().name(), "severity", severity.name(), "tier",
					String.valueOf(tier));
			answer(facts, tables).flatMap(CaseReplayed::target)
				.ifPresent((target) -> targets.put(deadline.clock(), target));
		});
		return targets;
	}

	private Optional<Map<String, Object>> answer(Map<String, Object> facts, Tables tables) {
		try {
			return tables.answer(LEVELS, facts)
				.or(() -> Optional.of(this.decisions.decide(null, LEVELS, facts).matches().get(0).outputs()));
		}
		catch (IllegalStateException ex) {
			// No rule answers: it could not have been measured.
			return Optional.empty();
		}
	}

	private static Optional<Target> target(Map<String, Object> answer) {
		try {
			return Optional.of(new Target(String.valueOf(answer.get("duration")),
					Counting.valueOf(String.valueOf(answer.get("counting"))),
					((Number) answer.get("warnAfter")).intValue(), Boolean.TRUE.equals(answer.get("mayPause"))));
		}
		catch (InvalidInputException | IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** The first run: it is the one that the case began with. */
	private Optional<String> told(CaseNumber number, ServiceClock clock, Target target) {
		return this.deadlines.deadlines(number)
			.stream()
			.filter((deadline) -> deadline.clock() == clock && deadline.run() == 1 && deadline.fixed() == null)
			.findFirst()
			.flatMap((deadline) -> due(deadline, target).filter((due) -> !due.equals(deadline.dueAt()))
				.map((due) -> "El plazo «" + clock.label() + "» habría vencido el " + this.dates.full(due) + ", no el "
						+ this.dates.full(deadline.dueAt()) + missed(deadline, due) + "."));
	}

	private static String missed(Deadline deadline, Instant due) {
		Instant met = deadline.metAt();
		if (met == null) {
			return "";
		}
		boolean wasLate = met.isAfter(deadline.dueAt());
		boolean late = met.isAfter(due);
		return (wasLate == late) ? "" : late ? ", y se habría incumplido" : ", y se habría cumplido";
	}

	private Optional<Instant> due(Deadline deadline, Target target) {
		try {
			return this.calendars.find(deadline.calendarCode())
				.flatMap((calendar) -> new Countdown(calendar, deadline.startedAt(), target,
						this.pauses.pauses(deadline.caseNumber()))
					.dueAt());
		}
		catch (UnmeasurableException ex) {
			return Optional.empty();
		}
	}

}
