package dev.escala.clock.explanation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.escala.card.Card.ClockState;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/** The clocks of a case on its card, each with its story. */
@Component
public class CardClocks {

	private final ClockExplanations explanations;

	private final ServiceLevels serviceLevels;

	private final PersonNames names;

	private final DateTexts dates;

	CardClocks(ClockExplanations explanations, ServiceLevels serviceLevels, PersonNames names, DateTexts dates) {
		this.explanations = explanations;
		this.serviceLevels = serviceLevels;
		this.names = names;
		this.dates = dates;
	}

	/**
	 * The latest run of each clock: first those that somebody should still meet. A clock
	 * that was stopped says nothing any more.
	 */
	public List<ClockState> clocks(CaseNumber number) {
		Set<ServiceClock> seen = new HashSet<>();
		List<ClockExplanation> latest = this.explanations.explain(number, this.names::name)
			.stream()
			.filter((clock) -> seen.add(clock.deadline().clock()) && clock.status() != ClockStatus.STOPPED)
			.toList();
		List<ClockState> states = new ArrayList<>();
		latest.stream().filter((clock) -> clock.deadline().isOpen()).map(this::state).forEach(states::add);
		latest.stream().filter((clock) -> !clock.deadline().isOpen()).map(this::state).forEach(states::add);
		return states;
	}

	/** Whether the date is that of a clock which stands still. */
	public boolean isPaused(CaseNumber number, Instant dueAt) {
		return this.serviceLevels.deadlines(number)
			.stream()
			.anyMatch((deadline) -> deadline.isPaused() && deadline.dueAt().equals(dueAt));
	}

	private ClockState state(ClockExplanation clock) {
		boolean paused = clock.status() == ClockStatus.PAUSED;
		return new ClockState(clock.deadline().clock().name(), clock.deadline().clock().label(),
				paused ? "desde el " + this.dates.full(clock.deadline().state().pausedAt())
						: this.dates.full(clock.deadline().dueAt()),
				clock.status().name(), clock.deadline().reason(), clock.sentences());
	}

}
