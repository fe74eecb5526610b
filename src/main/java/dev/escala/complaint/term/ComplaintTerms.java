package dev.escala.complaint.term;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.CureRequest;
import dev.escala.complaint.regime.ComplaintFacts;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.Course;
import dev.escala.complaint.regime.DeadlineStory;
import dev.escala.complaint.regime.LegalDeadline;
import dev.escala.complaint.regime.LegalDeadlines;
import dev.escala.complaint.regime.Regime;
import dev.escala.complaint.regime.Regimes;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The terms of each complaint: counted from its course whenever that changes, by the
 * wordings that counted on the date of its presentation. No pause, no calendar of a team
 * and no new date by hand moves one: only the law does.
 */
@Service
@Transactional
public class ComplaintTerms {

	private final Complaints complaints;

	private final Regimes regimes;

	private final LegalDeadlines deadlines;

	private final ComplaintLaw law;

	private final TermRepository terms;

	private final Timeline timeline;

	private final Clock clock;

	ComplaintTerms(Complaints complaints, Regimes regimes, LegalDeadlines deadlines, ComplaintLaw law,
			TermRepository terms, Timeline timeline, Clock clock) {
		this.complaints = complaints;
		this.regimes = regimes;
		this.deadlines = deadlines;
		this.law = law;
		this.terms = terms;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Decides which terms run and counts them, all of them. Says in the timeline which
	 * one obliges, where that or its date is new.
	 * @return whether no norm is known and only the organisation's own term runs
	 */
	public boolean count(CaseNumber number) {
		Complaint complaint = this.complaints.lock(number);
		ComplaintFacts facts = complaint.facts(this.law);
		LocalDate presented = complaint.statement().presentedAt().atZone(complaint.zone()).toLocalDate();
		Regime regime = this.regimes.decide(number, facts, presented);
		Course course = new Course(complaint.statement().presentedAt(),
				this.complaints.cures(number).stream().map(CureRequest::asCure).toList(), complaint.decidedAt());
		Optional<ComplaintTerm> before = binding(number);
		List<LegalDeadline> counted = this.deadlines.of(regime, facts, course);
		for (int i = 0; i < counted.size(); i++) {
			this.terms.save(number, i, DeadlineStory.of(counted.get(i), course), warnAt(counted.get(i)));
		}
		this.terms.keepOnly(number, counted.stream().map((one) -> one.term().code()).toList());
		binding(number).filter((now) -> before.filter((was) -> isSame(was, now)).isEmpty())
			.ifPresent((now) -> this.timeline.add(number, UserId.SYSTEM,
					"Plazo que obliga: " + now.told() + " (" + now.norm() + ")."));
		return regime.isWithoutNorm();
	}

	private static boolean isSame(ComplaintTerm one, ComplaintTerm other) {
		return one.code().equals(other.code()) && one.told().equals(other.told());
	}

	/** The last third of a term is left when people are reminded. */
	private static Instant warnAt(LegalDeadline deadline) {
		return (deadline.dueAt() == null) ? null
				: deadline.dueAt().minus(Duration.between(deadline.startedAt(), deadline.dueAt()).dividedBy(3));
	}

	/** All of them, the one that obliges first. */
	@Transactional(readOnly = true)
	public List<ComplaintTerm> list(CaseNumber number) {
		return this.terms.list(number);
	}

	/** The one that obliges. */
	@Transactional(readOnly = true)
	public Optional<ComplaintTerm> binding(CaseNumber number) {
		return list(number).stream().filter(ComplaintTerm::binding).findFirst();
	}

	/**
	 * By when the customer must have an answer, while that term runs; where what obliges
	 * is done, the next one that still runs.
	 */
	@Transactional(readOnly = true)
	public Optional<ComplaintTerm> running(CaseNumber number) {
		Optional<ComplaintTerm> binding = binding(number);
		return binding.filter((term) -> term.metAt() != null).isEmpty() ? binding.filter(ComplaintTerm::isOpen)
				: list(number).stream().filter(ComplaintTerm::isOpen).findFirst();
	}

	/**
	 * The earliest last date that the customer may be given to complete it; where no term
	 * says anything, ten calendar days.
	 */
	@Transactional(readOnly = true)
	public LocalDate cureUntil(Complaint complaint) {
		Instant now = this.clock.instant();
		LocalDate presented = complaint.statement().presentedAt().atZone(complaint.zone()).toLocalDate();
		ComplaintFacts facts = complaint.facts(this.law);
		return this.deadlines.cureUntil(this.regimes.consider(facts, presented), facts, now)
			.orElseGet(() -> now.atZone(complaint.zone()).toLocalDate().plusDays(10));
	}

	/** When somebody has to look after its terms next; each day while none runs. */
	@Transactional(readOnly = true)
	public Instant nextCheck(CaseNumber number) {
		return list(number).stream()
			.flatMap((term) -> term.nextCheck().stream())
			.min(Comparator.naturalOrder())
			.orElseGet(() -> this.clock.instant().plus(Duration.ofDays(1)));
	}

	/** The terms of which it is time to remind; each is handed out once. */
	public List<ComplaintTerm> takeNear(CaseNumber number) {
		this.complaints.lock(number);
		Instant now = this.clock.instant();
		List<ComplaintTerm> near = list(number).stream()
			.filter((term) -> term.isOpen() && term.warnedAt() == null && !term.warnAt().isAfter(now))
			.toList();
		near.forEach((term) -> this.terms.warned(number, term.code(), now));
		return near.stream().filter((term) -> term.dueAt().isAfter(now)).toList();
	}

	/** The terms that passed without an answer; each is handed out once. */
	public List<ComplaintTerm> takeMissed(CaseNumber number) {
		this.complaints.lock(number);
		Instant now = this.clock.instant();
		List<ComplaintTerm> missed = list(number).stream()
			.filter((term) -> term.isOpen() && term.missedAt() == null && !term.dueAt().isAfter(now))
			.toList();
		missed.forEach((term) -> this.terms.missed(number, term.code(), now));
		return missed;
	}

	/** What that term wants was done then; the others run on. */
	public void met(CaseNumber number, String code, Instant at) {
		this.terms.met(number, code, at);
	}

	/** The answer went out then. */
	public void met(CaseNumber number, Instant at) {
		this.terms.met(number, at);
	}

}
