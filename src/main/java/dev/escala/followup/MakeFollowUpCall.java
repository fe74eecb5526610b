package dev.escala.followup;

import java.time.Clock;
import java.time.Instant;

import dev.escala.followup.persistence.FollowUpRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.Moments;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What comes of a call to ask how it goes. Whoever is not content has a complaint from
 * the moment of the call (004-57).
 */
@Service
@Transactional
public class MakeFollowUpCall {

	private static final int LONGEST_NOTE = 1000;

	private final FollowUpRepository repository;

	private final FollowUpPolicy policy;

	private final CallObstacles obstacles;

	private final CallConsequences consequences;

	private final FollowUpNotes notes;

	private final Moments moments;

	private final Clock clock;

	MakeFollowUpCall(FollowUpRepository repository, FollowUpPolicy policy, CallObstacles obstacles,
			CallConsequences consequences, FollowUpNotes notes, Moments moments, Clock clock) {
		this.repository = repository;
		this.policy = policy;
		this.obstacles = obstacles;
		this.consequences = consequences;
		this.notes = notes;
		this.moments = moments;
		this.clock = clock;
	}

	/** Whether they may be called now; else it is over. */
	public boolean isWelcome(long id) {
		FollowUp one = lock(id);
		return this.obstacles.of(one).map((reason) -> {
			this.repository.skip(id, reason, this.clock.instant());
			this.notes.skipped(one, reason);
			return false;
		}).orElse(true);
	}

	/**
	 * Nobody answered.
	 * @return whether somebody tries again
	 */
	public boolean notReached(long id, UserId by, String typed) {
		FollowUp one = lock(id);
		Fields fields = new Fields();
		String note = fields.optional("followUpNote", "la nota", typed, LONGEST_NOTE);
		fields.done();
		Instant now = this.clock.instant();
		boolean again = one.attempts() + 1 < one.plan().attempts();
		Instant next = again ? this.policy.again(one, now) : null;
		this.repository.tried(one, by, note, now, next);
		if (!again) {
			this.repository.end(id, FollowUpState.UNREACHED, now);
		}
		this.notes.tried(one, by, note, next);
		return again;
	}

	/** When the next try is due. */
	@Transactional(readOnly = true)
	public Instant nextAt(long id) {
		FollowUp one = this.repository.find(id).orElseThrow();
		return (one.nextAt() == null) ? this.clock.instant() : one.nextAt();
	}

	/** They do not want to be called, now or later (GDPR, art. 21). */
	public void leaveAlone(long id, UserId by) {
		FollowUp one = lock(id);
		this.consequences.leaveAlone(one, by);
		this.repository.end(id, FollowUpState.LEFT_ALONE, this.clock.instant());
		this.notes.leftAlone(one, by);
	}

	/**
	 * They were spoken with.
	 * @return whether somebody has to answer what they asked
	 */
	public boolean spoken(long id, UserId by, SaidFollowUp.Input input) {
		FollowUp one = lock(id);
		SaidFollowUp said = SaidFollowUp.read(input, one.happenedAt(), this.clock.instant(), this.moments.zone());
		CaseNumber complaint = said.isUnhappy() ? this.consequences.complain(one, by, said) : null;
		this.repository.spoken(id, by, this.clock.instant(), said, complaint);
		this.notes.spoken(one, by, said, complaint);
		return said.question() != null;
	}

	/** What they asked is answered. */
	public void answered(long id, UserId by, String typed) {
		FollowUp one = this.repository.lock(id).orElseThrow(() -> new NotFoundException("Esa llamada ya no existe."));
		Fields fields = new Fields();
		String answer = fields.required("followUpAnswer", "qué se le ha contestado", typed, LONGEST_NOTE);
		fields.done();
		this.repository.answered(id, by, answer, this.clock.instant());
		this.notes.answered(one, by, answer);
	}

	private FollowUp lock(long id) {
		FollowUp one = this.repository.lock(id).orElseThrow(() -> new NotFoundException("Esa llamada ya no existe."));
		if (one.state() != FollowUpState.CALLING) {
			throw new ConflictException("Ya consta qué pasó con esta llamada a " + one.customerName() + ".");
		}
		return one;
	}

}
