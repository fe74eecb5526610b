package dev.escala.level;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/**
 * What was left undone once may let several deadlines pass: it takes a matter up one
 * level, and is told once.
 */
@Component
public class Omissions {

	/** What happens within it happens at once. */
	private static final Duration MINUTE = Duration.ofMinutes(1);

	/** What does not take a matter up. */
	private static final Set<ServiceClock> ASIDE = EnumSet.of(ServiceClock.ACTIVITY, ServiceClock.PAUSE_REVIEW,
			ServiceClock.INVOLVE_PARTIES);

	private final ServiceLevels serviceLevels;

	private final LevelRepository levels;

	private final DateTexts dates;

	Omissions(ServiceLevels serviceLevels, LevelRepository levels, DateTexts dates) {
		this.serviceLevels = serviceLevels;
		this.levels = levels;
		this.dates = dates;
	}

	/**
	 * The deadlines that pass unmet at once with this one, by date, each less than a
	 * minute after the one before. Those that are due only in some seconds are among
	 * them.
	 */
	public List<Deadline> together(Deadline missed) {
		List<Deadline> all = this.serviceLevels.deadlines(missed.caseNumber())
			.stream()
			.filter((one) -> one.id() == missed.id()
					|| (!ASIDE.contains(one.clock()) && (one.isMissed() || isAboutToPass(one))))
			.sorted(Comparator.comparing(Deadline::dueAt).thenComparing(Deadline::id))
			.toList();
		List<Deadline> together = new ArrayList<>();
		for (Deadline one : all) {
			boolean apart = !together.isEmpty()
					&& Duration.between(together.get(together.size() - 1).dueAt(), one.dueAt()).compareTo(MINUTE) >= 0;
			if (apart && together.stream().anyMatch((other) -> other.id() == missed.id())) {
				break;
			}
			if (apart) {
				together.clear();
			}
			together.add(one);
		}
		return List.copyOf(together);
	}

	/** The first notice goes out by itself: that one is not missed before it is. */
	private static boolean isAboutToPass(Deadline one) {
		return one.isMovable() && !one.isPaused() && one.clock() != ServiceClock.FIRST_NOTICE;
	}

	/** Which of them tells of all: that which took the matter up, else the first. */
	public long teller(List<Deadline> together) {
		return raising(together)
			.or(() -> together.stream()
				.filter((one) -> one.breachedAt() != null)
				.min(Comparator.comparing(Deadline::breachedAt).thenComparing(Deadline::id)))
			.or(() -> together.stream().findFirst())
			.map(Deadline::id)
			.orElseThrow();
	}

	/** That one of them which took the matter up, if any did. */
	private Optional<Deadline> raising(List<Deadline> together) {
		if (together.isEmpty()) {
			return Optional.empty();
		}
		Set<Long> raising = this.levels.raising(together.get(0).caseNumber());
		return together.stream().filter((one) -> raising.contains(one.id())).findFirst();
	}

	/**
	 * Why a miss takes the matter no further up, one Spanish sentence; empty where it
	 * does.
	 * @param level the level that the matter has reached
	 */
	Optional<String> known(Deadline missed, int level) {
		Optional<Deadline> with = raising(together(missed)).filter((one) -> one.id() != missed.id());
		if (with.isPresent()) {
			return Optional.of("«" + missed.clock().label() + "» venció a la vez que «" + with.get().clock().label()
					+ "»: el caso sube un solo nivel.");
		}
		if (missed.clock() != ServiceClock.ANSWER) {
			return answered(missed);
		}
		if (level == 1) {
			return Optional.empty();
		}
		// Whoever has the matter now was given this time to act on just that.
		return attending(missed.caseNumber(), level).filter((clock) -> clock.dueAt().isAfter(missed.dueAt()))
			.map((clock) -> "El caso no sube otro nivel porque falte la respuesta: el nivel " + level
					+ " tiene hasta el " + this.dates.full(clock.dueAt()) + " para atenderlo.");
	}

	/**
	 * Whichever is noticed first: noticed in time, the answer had raised nothing more.
	 */
	private Optional<String> answered(Deadline missed) {
		Set<Long> raising = this.levels.raising(missed.caseNumber());
		return this.serviceLevels.find(missed.caseNumber(), ServiceClock.ANSWER)
			.filter((answer) -> raising.contains(answer.id()) && answer.dueAt().isAfter(missed.dueAt()))
			.map((answer) -> "El caso ya subió porque faltaba la respuesta, que vencía después: sube un solo nivel.");
	}

	private Optional<Deadline> attending(CaseNumber number, int level) {
		return this.serviceLevels.find(number, ServiceClock.ofLevel(level)).filter(Deadline::isMovable);
	}

}
