package dev.escala.review;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.escala.review.ReviewRepository.Judged;
import dev.escala.review.ReviewRepository.Running;
import dev.escala.review.SignalTable.Answers;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * The work of one job of a review: the next customers, what the table says of them, and
 * whoever has to hear it. All of it is one transaction with how far the review has come,
 * so that a node that dies has done a group or not begun it.
 */
@Service
public class ReviewGroup {

	private static final int AT_ONCE = 500;

	private final ReviewRepository reviews;

	private final FactRepository facts;

	private final SignalTable table;

	private final ObjectProvider<FlaggedCustomers> told;

	private final Clock clock;

	ReviewGroup(ReviewRepository reviews, FactRepository facts, SignalTable table,
			ObjectProvider<FlaggedCustomers> told, Clock clock) {
		this.reviews = reviews;
		this.facts = facts;
		this.table = table;
		this.told = told;
		this.clock = clock;
	}

	/**
	 * Looks at the next customers, or ends the review where there are none.
	 * @return whether there may be more
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public boolean next(long review) {
		Running one = this.reviews.lock(review).orElse(null);
		if (one == null) {
			return false;
		}
		Optional<Long> last = this.facts.last(one.reviewedTo(), AT_ONCE);
		if (last.isEmpty()) {
			this.reviews.end(review, this.clock.instant());
			return false;
		}
		Answers answers = (one.edited() == null) ? this.table.of(one.tableVersion()) : this.table.of(one.edited());
		List<Judged> judged = this.facts.facts(one.month(), one.reviewedTo(), last.get())
			.stream()
			.map((facts) -> new Judged(facts, answers.signals(facts).stream().map(facts::reason).toList()))
			.toList();
		this.reviews.keep(review, last.get(), judged);
		if (!one.rehearsal()) {
			judged.stream().filter((each) -> !each.reasons().isEmpty()).forEach(this::tell);
		}
		return true;
	}

	private void tell(Judged one) {
		FlaggedCustomer flagged = new FlaggedCustomer(one.facts().customer(), one.facts().code(), one.facts().month(),
				one.reasons());
		this.told.forEach((each) -> each.flagged(flagged));
	}

}
