package dev.escala.complaint.course;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.complaint.term.ComplaintTerm;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.level.Levels;
import dev.escala.level.ReachedLevel;
import dev.escala.notice.StaffNotices;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks after the terms of a complaint: reminds of each once, and takes the complaint up
 * a level where the one that obliges passed without an answer. It goes on all the same: a
 * late answer is owed as much as one in time.
 */
@Service
@Transactional
public class WatchTerms {

	private static final String TEMPLATE = "internal-complaint-term";

	private final ComplaintTerms terms;

	private final Levels levels;

	private final StaffNotices notices;

	private final Timeline timeline;

	WatchTerms(ComplaintTerms terms, Levels levels, StaffNotices notices, Timeline timeline) {
		this.terms = terms;
		this.levels = levels;
		this.notices = notices;
		this.timeline = timeline;
	}

	/**
	 * Does what is due now; doing it again changes nothing.
	 * @return whether a term is still to be looked after
	 */
	public boolean watch(CaseNumber number) {
		this.terms.takeNear(number)
			.forEach((term) -> this.notices.tellOwner(number, "term-near-" + step(term), TEMPLATE,
					Map.of("message", "El plazo vence: " + term.told() + " (" + term.norm() + ").")));
		this.terms.takeMissed(number).forEach((term) -> missed(number, term));
		List<ComplaintTerm> left = this.terms.list(number);
		return left.stream().anyMatch((term) -> term.metAt() == null);
	}

	private void missed(CaseNumber number, ComplaintTerm term) {
		String what = "Venció sin respuesta el plazo de " + term.norm() + ": " + term.told() + ".";
		this.timeline.add(number, UserId.SYSTEM, what);
		Map<String, Object> told = Map.of("message", what);
		Optional<ReachedLevel> reached = obliges(number, term) ? this.levels.raise(number, UserId.SYSTEM)
				: Optional.empty();
		this.notices.tellOwner(number, "term-over-" + step(term), TEMPLATE, told);
		reached.ifPresent(
				(level) -> this.notices.tellLevel(number, "term-over-level-" + step(term), TEMPLATE, told, level));
	}

	/** What obliges may be done, and the next one then does. */
	private boolean obliges(CaseNumber number, ComplaintTerm term) {
		return term.binding() || this.terms.binding(number).filter((binding) -> binding.metAt() != null).isPresent();
	}

	/** A term that ends at another date is told anew. */
	private static String step(ComplaintTerm term) {
		return term.code() + "-" + term.dueAt().getEpochSecond();
	}

}
