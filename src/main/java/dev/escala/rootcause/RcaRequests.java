package dev.escala.rootcause;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.matter.KindPart;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asking for an analysis of a case, while it runs or afterwards (001-29). */
@Service
public class RcaRequests {

	private static final Role[] ENTITLED = { Role.MANAGERS, Role.DIRECTORS, Role.SUPERVISORS, Role.EXECUTIVES,
			Role.ARCHITECTS, Role.PROBLEM_COORDINATORS };

	private static final int LONGEST_REASON = 1000;

	private final RootCauseAnalysisRepository analyses;

	private final Matters matters;

	private final AnalysisProcess process;

	private final CurrentUser currentUser;

	private final Timeline timeline;

	private final Clock clock;

	private final List<AnalysedKind> kinds;

	RcaRequests(RootCauseAnalysisRepository analyses, Matters matters, AnalysisProcess process, CurrentUser currentUser,
			Timeline timeline, Clock clock, List<AnalysedKind> kinds) {
		this.analyses = analyses;
		this.matters = matters;
		this.process = process;
		this.currentUser = currentUser;
		this.timeline = timeline;
		this.clock = clock;
		this.kinds = kinds;
	}

	/**
	 * Asks for the analysis of a case. While the case runs, closing it will decide with
	 * this wish; a case that is closed without one gets it started at once, exactly once.
	 * @param number the case
	 * @param reason why, 1 to 1000 characters
	 * @throws ForbiddenException for who is neither the owner nor in an entitled group
	 * @throws ConflictException where it was asked for before, or the case was withdrawn
	 * or is a duplicate; the message names the state
	 */
	@Transactional
	public Answer request(CaseNumber number, String reason) {
		Fields fields = new Fields();
		String kept = fields.required("reason", "el motivo", reason, LONGEST_REASON);
		fields.done();
		Matter matter = this.matters.get(number);
		return asked(matter, entitledUser(matter), kept);
	}

	/**
	 * The customer asks for it, which needs nobody's leave.
	 * @throws ConflictException as for everybody
	 */
	@Transactional
	public Answer requestAsCustomer(CaseNumber number, String reason) {
		Fields fields = new Fields();
		String kept = fields.required("reason", "el motivo", reason, LONGEST_REASON);
		fields.done();
		return asked(this.matters.get(number), UserId.CUSTOMER, kept);
	}

	private Answer asked(Matter matter, UserId user, String kept) {
		this.analyses.find(matter.number()).ifPresent(RcaRequests::refuseSecond);
		if (matter.open()) {
			return requestWhileRunning(matter, user, kept);
		}
		return startAfterwards(matter, user, kept);
	}

	private Answer requestWhileRunning(Matter matter, UserId user, String reason) {
		if (!kind(matter).request(matter.number(), user, reason)) {
			throw new ConflictException("Ya se ha pedido el RCA de " + matter.number()
					+ ". Se hará cuando el caso, que " + matter.standing() + ", se cierre.");
		}
		return Answer.AT_CLOSING;
	}

	private Answer startAfterwards(Matter matter, UserId user, String reason) {
		CaseNumber number = matter.number();
		kind(matter).endedWithoutWork(number).ifPresent((ended) -> {
			throw new ConflictException("El caso " + number + " terminó como «" + ended
					+ "» y no tiene análisis propio. Si es un duplicado, pida el RCA del caso original.");
		});
		if (!this.analyses.add(RootCauseAnalysis.requested(number, user, this.clock.instant(), reason))) {
			this.analyses.find(number).ifPresent(RcaRequests::refuseSecond);
		}
		this.process.start(matter);
		this.timeline.add(number, user, "Pidió el análisis de causa raíz del caso ya cerrado: " + reason);
		return Answer.STARTED;
	}

	/** Whether the person who acts now may ask for an analysis of the running case. */
	@Transactional(readOnly = true)
	public boolean isPossible(Matter matter) {
		return matter.allows(MatterAction.REQUEST_RCA) && !kind(matter).isRequested(matter.number())
				&& this.analyses.find(matter.number()).isEmpty() && entitled(matter).isPresent();
	}

	/** Whether the customer may ask for one, while the case runs or afterwards. */
	@Transactional(readOnly = true)
	public boolean isPossibleForCustomer(Matter matter) {
		return KindPart.find(this.kinds.stream(), matter.number())
			.filter((kind) -> matter.allows(MatterAction.REQUEST_RCA) || kind.closedWithout(matter.number()))
			.filter((kind) -> !kind.isRequested(matter.number()) && this.analyses.find(matter.number()).isEmpty())
			.isPresent();
	}

	private AnalysedKind kind(Matter matter) {
		return KindPart.find(this.kinds.stream(), matter.number())
			.orElseThrow(() -> new ConflictException("De " + matter.number() + " no se hacen análisis."));
	}

	private Optional<UserId> entitled(Matter matter) {
		return this.currentUser.id().filter((user) -> user.equals(matter.ownerId()) || this.currentUser.isIn(ENTITLED));
	}

	private UserId entitledUser(Matter matter) {
		return entitled(matter)
			.orElseThrow(() -> new ForbiddenException("Pueden pedir el RCA la persona responsable del caso, la "
					+ "gerencia, la supervisión, los ejecutivos de participación del cliente, los arquitectos de la "
					+ "desescalada y los coordinadores del problema."));
	}

	private static void refuseSecond(RootCauseAnalysis analysis) {
		throw new ConflictException("El RCA de " + analysis.caseNumber() + " ya existe y está en estado «"
				+ analysis.status().label() + "»; no hace falta pedirlo otra vez.");
	}

	/** What a request led to. */
	public enum Answer {

		/** The wish is noted; the analysis follows when the case is closed. */
		AT_CLOSING,
		/** The analysis has started. */
		STARTED

	}

}
