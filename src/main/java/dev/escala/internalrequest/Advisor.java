package dev.escala.internalrequest;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.escala.access.Staff;
import dev.escala.decisionlog.RulingSearch;
import dev.escala.decisionlog.Rulings;
import dev.escala.internalrequest.call.Sketch;
import dev.escala.internalrequest.call.Sketches;
import dev.escala.pipeline.PartyLookups;
import dev.escala.pipeline.PartyLookups.Found;
import dev.escala.policy.Assessment;
import dev.escala.policy.Policy;
import dev.escala.policy.Situation;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;

/**
 * Tells whether something is asked before anybody commits, who answers by when, and what
 * was decided before. Keeps nothing: asking for advice costs nothing (000-01).
 */
@Service
public class Advisor {

	private static final int MOST_SIMILAR = 5;

	private final Sketches sketches;

	private final PartyLookups lookups;

	private final Policy policy;

	private final RequestDates dates;

	private final Rulings rulings;

	private final RulingSearch search;

	private final Staff staff;

	Advisor(Sketches sketches, PartyLookups lookups, Policy policy, RequestDates dates, Rulings rulings,
			RulingSearch search, Staff staff) {
		this.sketches = sketches;
		this.lookups = lookups;
		this.policy = policy;
		this.dates = dates;
		this.rulings = rulings;
		this.search = search;
		this.staff = staff;
	}

	/**
	 * The advice for a question that need not be finished.
	 * @param user who asks: only their own declared interests are told
	 * @throws dev.escala.validation.InvalidInputException naming what cannot be
	 * understood
	 */
	public Advice advise(Question.Input input, UserId user) {
		Sketch sketch = this.sketches.read(input);
		List<Found> found = (sketch.party() == null) ? List.of() : this.lookups.found(sketch.party(), user);
		Set<Situation> situations = EnumSet.noneOf(Situation.class);
		situations.addAll(sketch.situations());
		found.forEach((one) -> situations.add(one.situation()));
		Assessment assessed = this.policy.consider(situations, sketch.topic());
		String group = assessed.route().groupId();
		RequestDates.Dates due = this.dates.dates(assessed.route(), sketch.party());
		return new Advice(sketch.party(), sketch.candidates(), assessed, found, this.staff.groupName(group),
				due.acknowledgeDue(), due.answerDue(), this.dates.promised(due.answerDue(), group, sketch.party()),
				sketch.customerDate(), this.rulings.standing(assessed.topic(), situations),
				this.search.similar(sketch.text(), assessed.topic(), situations, MOST_SIMILAR));
	}

}
