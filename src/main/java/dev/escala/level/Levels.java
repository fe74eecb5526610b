package dev.escala.level;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Staff;
import dev.escala.clock.Deadline;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.recalculation.ClocksRecalculated;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.staffing.Availability;
import dev.escala.staffing.Choice;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes a case up the hierarchy (001-07 to 001-09). Each level is reached once; its
 * person comes from the reporting line of whoever had the case before, and its clock
 * starts when it is reached.
 */
@Service
@Transactional
public class Levels {

	/** The highest level there is: directors. */
	public static final int TOP = 3;

	private final Matters matters;

	private final LevelRepository levels;

	private final Omissions omissions;

	private final Decisions decisions;

	private final Availability availability;

	private final MatterClocks clocks;

	/** Who has work for a level raises levels too. */
	private final ObjectProvider<LevelWork> work;

	private final Staff staff;

	private final Timeline timeline;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	Levels(Matters matters, LevelRepository levels, Omissions omissions, Decisions decisions, Availability availability,
			MatterClocks clocks, ObjectProvider<LevelWork> work, Staff staff, Timeline timeline, Clock clock,
			ApplicationEventPublisher events) {
		this.matters = matters;
		this.levels = levels;
		this.omissions = omissions;
		this.decisions = decisions;
		this.availability = availability;
		this.clocks = clocks;
		this.work = work;
		this.staff = staff;
		this.timeline = timeline;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * Moves the case one level up.
	 * @param actor who asked
	 * @return the level reached, or empty where the case is at the top
	 */
	public Optional<ReachedLevel> raise(CaseNumber number, UserId actor) {
		return raise(number, actor, null);
	}

	/**
	 * Moves the case one level up because a deadline passed unmet: once for each
	 * omission, however many deadlines it lets pass.
	 * @return the level reached, or empty where the case is at the top or up already
	 */
	public Optional<ReachedLevel> missed(Deadline deadline) {
		CaseNumber number = deadline.caseNumber();
		this.matters.lockFor(number, MatterAction.RAISE_LEVEL);
		Optional<String> known = this.omissions.known(deadline, current(number));
		known.ifPresent((why) -> this.timeline.add(number, UserId.SYSTEM, why));
		return known.isPresent() ? Optional.empty() : raise(number, UserId.SYSTEM, deadline.id());
	}

	private Optional<ReachedLevel> raise(CaseNumber number, UserId actor, Long deadlineId) {
		Matter matter = this.matters.lockFor(number, MatterAction.RAISE_LEVEL);
		int level = current(number) + 1;
		if (level > TOP) {
			return Optional.empty();
		}
		Decision decision = this.decisions.decide(number, "hierarchicalRouting",
				Map.of("level", level, "severity", matter.severity(), "tier", this.matters.tier(matter)));
		ReachedLevel reached = choose(matter, level, decision.text("group"), decision.reason() + ".");
		this.levels.add(number, reached, deadlineId, this.clock.instant());
		this.events.publishEvent(new LevelReached(number, reached));
		this.timeline.add(number, actor, "Sube al nivel " + level + " (" + holder(reached) + "): " + reached.because());
		this.clocks.startOrAsk(number, ServiceClock.ofLevel(level), "El caso subió al nivel " + level + ".")
			.ifPresent((failure) -> this.timeline.add(number, UserId.SYSTEM,
					"No se pudo calcular el plazo del nivel " + level + ": " + failure));
		return Optional.of(reached);
	}

	/**
	 * The level that the case reached is asked something once more: its clock begins
	 * anew.
	 * @throws ConflictException where the case never went up
	 */
	public ReachedLevel askAgain(CaseNumber number) {
		this.matters.lockFor(number, MatterAction.RAISE_LEVEL);
		ReachedLevel reached = highest(number).orElseThrow(
				() -> new ConflictException(number + " no ha subido de nivel: no hay a quién pedirlo otra vez."));
		ServiceClock clock = ServiceClock.ofLevel(reached.level());
		this.clocks.meet(number, clock);
		this.clocks.startOrAsk(number, clock, "Se pide otra vez al nivel " + reached.level() + ".")
			.ifPresent((failure) -> this.timeline.add(number, UserId.SYSTEM,
					"No se pudo calcular el plazo del nivel " + reached.level() + ": " + failure));
		return reached;
	}

	/**
	 * Starts the clocks of levels that were reached when they could not be measured and
	 * that somebody still attends to.
	 */
	@EventListener
	void measure(ClocksRecalculated recalculated) {
		CaseNumber number = recalculated.number();
		for (int reached = 2; reached <= current(number); reached++) {
			int level = reached;
			ServiceClock clock = ServiceClock.ofLevel(level);
			if (this.clocks.find(number, clock).isEmpty()
					&& this.work.stream().anyMatch((one) -> one.awaits(number, level))) {
				this.clocks.start(number, clock);
			}
		}
	}

	/** The level that the matter reached; 1 where it never went up. */
	public int current(CaseNumber number) {
		return this.levels.highest(number).orElse(1);
	}

	/**
	 * The level whose task it is.
	 * @param level as the process of the task knows it, or {@code null} for the highest
	 */
	public Optional<ReachedLevel> reached(CaseNumber number, Integer level) {
		return (level == null) ? highest(number) : find(number, level);
	}

	/** The level with who got the case there, if it was reached. */
	public Optional<ReachedLevel> find(CaseNumber number, int level) {
		return this.levels.find(number, level);
	}

	/** The highest level that the case reached, if it went up at all. */
	public Optional<ReachedLevel> highest(CaseNumber number) {
		return find(number, current(number));
	}

	/** The level attended to the case: its clock is met. */
	public void attended(CaseNumber number, int level) {
		this.clocks.meet(number, ServiceClock.ofLevel(level));
	}

	/**
	 * The superior, or whoever stands in. In place of somebody who is not asked it is the
	 * next one up the line, and the group where there is none.
	 */
	private ReachedLevel choose(Matter matter, int level, String group, String rule) {
		Map<UserId, String> notAsked = notAsked(matter, level);
		Set<UserId> owner = (matter.ownerId() == null) ? Set.of() : Set.of(matter.ownerId());
		List<String> because = new ArrayList<>(List.of(rule));
		Set<UserId> meant = new HashSet<>();
		UserId wanted = superior(matter, level).orElse(null);
		Choice choice = this.availability.choose(wanted, group, owner);
		because.addAll(choice.because());
		while (choice.personId() != null && notAsked.containsKey(choice.personId())) {
			because.add(notAsked.get(choice.personId()));
			meant.add(wanted);
			Optional<UserId> next = this.availability.managerOf(wanted).filter((above) -> !meant.contains(above));
			wanted = next.orElse(wanted);
			choice = next.map((above) -> this.availability.choose(above, group, owner))
				.orElseGet(() -> this.availability.share(group, owner));
			because.addAll(choice.because());
		}
		return new ReachedLevel(level, choice.groupId(), choice.personId(), wanted, String.join(" ", because));
	}

	/**
	 * Nobody answers to themselves, and nobody gets in person what went past them: each
	 * with the sentence that says so.
	 */
	private Map<UserId, String> notAsked(Matter matter, int level) {
		Map<UserId, String> notAsked = new HashMap<>();
		for (int below = 2; below < level; below++) {
			String had = " ya recibió el nivel " + below + ", así que no se le pide.";
			find(matter.number(), below).map(ReachedLevel::personId)
				.ifPresent((person) -> notAsked.put(person, this.staff.nameOf(person) + had));
		}
		if (matter.ownerId() != null) {
			notAsked.put(matter.ownerId(),
					this.staff.nameOf(matter.ownerId()) + " lleva el caso, así que no se le pide.");
		}
		return notAsked;
	}

	private Optional<UserId> superior(Matter matter, int level) {
		Optional<UserId> owner = Optional.ofNullable(matter.ownerId());
		Optional<UserId> below = (level == 2) ? owner : find(matter.number(), level - 1).map(ReachedLevel::wantedId)
			.or(() -> owner.flatMap(this.availability::managerOf));
		return below.flatMap(this.availability::managerOf);
	}

	/** The person who has the level, or the group that shares it, by name. */
	public String holder(ReachedLevel reached) {
		return Optional.ofNullable(reached.personId())
			.map(this.staff::nameOf)
			.orElseGet(() -> this.staff.groupName(reached.groupId()));
	}

}
