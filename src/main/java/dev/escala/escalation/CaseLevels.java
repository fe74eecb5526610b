package dev.escala.escalation;

import java.time.Clock;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import dev.escala.access.Staff;
import dev.escala.escalation.persistence.CaseLevelRepository;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.staffing.Availability;
import dev.escala.staffing.Choice;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a case up the hierarchy (001-07 to 001-09). Each level is reached once; its
 * person comes from the reporting line of whoever had the case before, and its clock
 * starts when it is reached.
 */
@Service
@Transactional
public class CaseLevels {

	private final Escalations escalations;

	private final EscalationRepository repository;

	private final CaseLevelRepository levels;

	private final Decisions decisions;

	private final Availability availability;

	private final CaseClocks clocks;

	private final EscalationFlow flow;

	private final Staff staff;

	private final Timeline timeline;

	private final Clock clock;

	CaseLevels(Escalations escalations, EscalationRepository repository, CaseLevelRepository levels,
			Decisions decisions, Availability availability, CaseClocks clocks, EscalationFlow flow, Staff staff,
			Timeline timeline, Clock clock) {
		this.escalations = escalations;
		this.repository = repository;
		this.levels = levels;
		this.decisions = decisions;
		this.availability = availability;
		this.clocks = clocks;
		this.flow = flow;
		this.staff = staff;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Moves the case one level up.
	 * @param actor who asked, or {@code sistema} where a deadline did
	 * @return the level reached, or empty where the case is at the top
	 */
	public Optional<CaseLevel> raise(String number, String actor) {
		Escalation escalation = this.escalations.lockFor(number, CaseAction.RAISE_LEVEL);
		if (escalation.level() >= Escalation.TOP_LEVEL) {
			return Optional.empty();
		}
		int level = escalation.level() + 1;
		Decision decision = this.decisions.decide(number, "hierarchicalRouting",
				Map.of("level", level, "severity", escalation.severity(), "tier", this.escalations.tier(escalation)));
		Choice choice = choose(escalation, level, decision.text("group"));
		CaseLevel reached = new CaseLevel(level, choice.groupId(), choice.personId(),
				decision.reason() + ". " + String.join(" ", choice.because()));
		this.levels.add(number, reached, this.clock.instant());
		this.repository.set(number, "level = ?, hierarchy_group_id = ?", level, reached.groupId());
		this.timeline.add(number, actor, "Sube al nivel " + level + " (" + name(reached) + "): " + reached.because());
		this.clocks.startOrAsk(number, ServiceClock.ofLevel(level), "El caso subió al nivel " + level + ".")
			.ifPresent((failure) -> this.timeline.add(number, TimelineEntry.SYSTEM,
					"No se pudo calcular el plazo del nivel " + level + ": " + failure));
		return Optional.of(reached);
	}

	/**
	 * Starts the clocks of levels that were reached when they could not be measured and
	 * that somebody still attends to.
	 */
	void measure(String number) {
		for (int level = 2; level <= this.escalations.get(number).level(); level++) {
			ServiceClock clock = ServiceClock.ofLevel(level);
			if (this.clocks.find(number, clock).isEmpty() && this.flow.awaitsLevel(number, level)) {
				this.clocks.start(number, clock);
			}
		}
	}

	/** The level with who got the case there, if it was reached. */
	public Optional<CaseLevel> find(String number, int level) {
		return this.levels.find(number, level);
	}

	/** The highest level that the case reached, if it went up at all. */
	public Optional<CaseLevel> highest(String number) {
		return find(number, this.escalations.get(number).level());
	}

	/** The level attended to the case: its clock is met. */
	public void attended(String number, int level) {
		this.clocks.meet(number, ServiceClock.ofLevel(level));
	}

	/**
	 * Nobody answers to themselves: whoever owns the case is not asked to attend to it.
	 */
	private Choice choose(Escalation escalation, int level, String group) {
		Choice choice = this.availability.choose(superior(escalation, level), group);
		return (choice.personId() != null && Objects.equals(choice.personId(), escalation.ownerId()))
				? this.availability.choose(null, group) : choice;
	}

	private String superior(Escalation escalation, int level) {
		Optional<String> below = (level == 2) ? Optional.ofNullable(escalation.ownerId())
				: find(escalation.number(), level - 1).map(CaseLevel::personId)
					.or(() -> Optional.ofNullable(escalation.ownerId()).flatMap(this.availability::managerOf));
		return below.flatMap(this.availability::managerOf).orElse(null);
	}

	private String name(CaseLevel reached) {
		return Optional.ofNullable(reached.personId())
			.flatMap(this.staff::find)
			.map(Staff.Person::name)
			.orElseGet(() -> this.staff.groupName(reached.groupId()));
	}

}
