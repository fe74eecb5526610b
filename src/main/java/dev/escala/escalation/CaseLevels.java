package dev.escala.escalation;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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
		CaseLevel reached = choose(escalation, level, decision.text("group"), decision.reason() + ".");
		this.levels.add(number, reached, this.clock.instant());
		this.repository.raise(number, level, reached.groupId());
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
	 * The superior, or whoever stands in. In place of somebody who is not asked it is the
	 * next one up the line, and the group where there is none.
	 */
	private CaseLevel choose(Escalation escalation, int level, String group, String rule) {
		Map<String, String> notAsked = notAsked(escalation, level);
		Set<String> owner = (escalation.ownerId() == null) ? Set.of() : Set.of(escalation.ownerId());
		List<String> because = new ArrayList<>(List.of(rule));
		Set<String> meant = new HashSet<>();
		String wanted = superior(escalation, level).orElse(null);
		Choice choice = this.availability.choose(wanted, group, owner);
		because.addAll(choice.because());
		while (choice.personId() != null && notAsked.containsKey(choice.personId())) {
			because.add(notAsked.get(choice.personId()));
			meant.add(wanted);
			Optional<String> next = this.availability.managerOf(wanted).filter((above) -> !meant.contains(above));
			wanted = next.orElse(wanted);
			choice = next.map((above) -> this.availability.choose(above, group, owner))
				.orElseGet(() -> this.availability.share(group, owner));
			because.addAll(choice.because());
		}
		return new CaseLevel(level, choice.groupId(), choice.personId(), wanted, String.join(" ", because));
	}

	/**
	 * Nobody answers to themselves, and nobody gets in person what went past them: each
	 * with the sentence that says so.
	 */
	private Map<String, String> notAsked(Escalation escalation, int level) {
		Map<String, String> notAsked = new HashMap<>();
		for (int below = 2; below < level; below++) {
			String had = " ya recibió el nivel " + below + ", así que no se le pide.";
			find(escalation.number(), below).map(CaseLevel::personId)
				.ifPresent((person) -> notAsked.put(person, nameOf(person) + had));
		}
		if (escalation.ownerId() != null) {
			notAsked.put(escalation.ownerId(), nameOf(escalation.ownerId()) + " lleva el caso, así que no se le pide.");
		}
		return notAsked;
	}

	private Optional<String> superior(Escalation escalation, int level) {
		Optional<String> owner = Optional.ofNullable(escalation.ownerId());
		Optional<String> below = (level == 2) ? owner : find(escalation.number(), level - 1).map(CaseLevel::wantedId)
			.or(() -> owner.flatMap(this.availability::managerOf));
		return below.flatMap(this.availability::managerOf);
	}

	private String name(CaseLevel reached) {
		return Optional.ofNullable(reached.personId())
			.map(this::nameOf)
			.orElseGet(() -> this.staff.groupName(reached.groupId()));
	}

	private String nameOf(String person) {
		return this.staff.find(person).map(Staff.Person::name).orElse(person);
	}

}
