package dev.escala.pursuit.course;

import java.time.Instant;
import java.util.Map;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitFlow;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.call.NextContact;
import dev.escala.pursuit.call.PursuitCalls;
import dev.escala.pursuit.call.SaidCall;
import dev.escala.pursuit.persistence.PursuitRepository;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.pursuit.profile.TargetFigures;
import dev.escala.pursuit.stage.AgreedDay;
import dev.escala.pursuit.stage.StageMoves;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people do with a pursuit from its card or over HTTP. */
@Service
@Transactional
public class PursuitWork {

	private final Pursuits pursuits;

	private final PursuitRepository repository;

	private final PursuitCalls calls;

	private final Profiles profiles;

	private final StageMoves moves;

	private final PursuitFlow flow;

	private final AgreedDay days;

	private final Timeline timeline;

	PursuitWork(Pursuits pursuits, PursuitRepository repository, PursuitCalls calls, Profiles profiles,
			StageMoves moves, PursuitFlow flow, AgreedDay days, Timeline timeline) {
		this.pursuits = pursuits;
		this.repository = repository;
		this.calls = calls;
		this.profiles = profiles;
		this.moves = moves;
		this.flow = flow;
		this.days = days;
		this.timeline = timeline;
	}

	/**
	 * Goes on to another stage by completing the task of the present one, so that this
	 * door owes what the form owes.
	 * @param form the fields of the form of the stage
	 */
	public void move(CaseNumber number, UserId by, Map<String, Object> form) {
		this.pursuits.lock(number).requireOpen("cambiar de etapa");
		this.flow.completeStage(number, by, form);
	}

	/**
	 * Notes a call; the next one is due on the day that was agreed in it, else by the
	 * protocol.
	 * @param contactOn the agreed day as people type it, or {@code null}
	 */
	public void call(CaseNumber number, UserId by, String result, String channel, Integer minutes, String note,
			String contactOn) {
		Pursuit pursuit = this.pursuits.lock(number);
		pursuit.requireOpen("anotar una llamada");
		SaidCall said = SaidCall.read(result, channel, minutes, note);
		if (said == null) {
			throw new InvalidInputException("callResult", "Falta qué pasó al llamar o escribir.");
		}
		boolean waits = pursuit.plan().resumeAt() != null;
		boolean agreed = contactOn != null && !contactOn.isBlank();
		if (waits && agreed) {
			throw new InvalidInputException("contactOn",
					"Ya espera una fecha acordada: retome antes el contacto, y anote entonces la llamada con la nueva.");
		}
		Instant day = agreed ? this.days.read(pursuit, contactOn) : null;
		this.calls.note(pursuit, by, said);
		if (!waits) {
			this.repository.due(number, agreed ? day
					: this.calls.next(pursuit).filter((next) -> !next.stop()).map(NextContact::at).orElse(null));
			this.flow.syncDates(number);
		}
		if (agreed) {
			this.timeline.add(number, by, "Siguiente contacto acordado: " + contactOn.strip() + ".");
		}
	}

	/**
	 * The same, of whoever makes the call: what nobody had is theirs, and what waited for
	 * that day goes on.
	 */
	public void callNow(CaseNumber number, UserId by, String result, String channel, Integer minutes, String note,
			String contactOn) {
		Pursuit pursuit = this.pursuits.lock(number);
		pursuit.requireOpen("anotar una llamada");
		if (pursuit.standing().kind() == StageKind.WAITING) {
			resume(number, by);
			// The process follows by a job; the call belongs to the stage that goes on.
			this.moves.resume(number);
		}
		if (pursuit.ownerId() == null) {
			this.flow.take(number, by);
		}
		call(number, by, result, channel, minutes, note, contactOn);
	}

	/** Adds what somebody found out. */
	public void profile(CaseNumber number, UserId by, Profile more) {
		this.profiles.add(number, by, more);
	}

	/** What it is worth to them. */
	public void figures(CaseNumber number, UserId by, TargetFigures figures) {
		this.profiles.figures(number, by, figures);
	}

	/** They called before the agreed date. */
	public void resume(CaseNumber number, UserId by) {
		this.pursuits.lock(number);
		this.moves.requireWaiting(number);
		this.timeline.add(number, by, "Retoma el contacto antes de la fecha acordada.");
		this.flow.resume(number);
	}

}
