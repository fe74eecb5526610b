package dev.escala.rootcause;

import java.time.Clock;
import java.util.Optional;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.escalation.CaseAction;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.timeline.Timeline;
import dev.escala.timeline.TimelineEntry;
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

	private final Escalations escalations;

	private final Customers customers;

	private final AnalysisProcess process;

	private final CurrentUser currentUser;

	private final Timeline timeline;

	private final Clock clock;

	RcaRequests(RootCauseAnalysisRepository analyses, Escalations escalations, Customers customers,
			AnalysisProcess process, CurrentUser currentUser, Timeline timeline, Clock clock) {
		this.analyses = analyses;
		this.escalations = escalations;
		this.customers = customers;
		this.process = process;
		this.currentUser = currentUser;
		this.timeline = timeline;
		this.clock = clock;
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
	public Answer request(String number, String reason) {
		Fields fields = new Fields();
		String kept = fields.required("reason", "el motivo", reason, LONGEST_REASON);
		fields.done();
		Escalation escalation = this.escalations.get(number);
		return asked(escalation, entitledUser(escalation), kept);
	}

	/**
	 * The customer asks for it, which needs nobody's leave.
	 * @throws ConflictException as for everybody
	 */
	@Transactional
	public Answer requestAsCustomer(String number, String reason) {
		Fields fields = new Fields();
		String kept = fields.required("reason", "el motivo", reason, LONGEST_REASON);
		fields.done();
		return asked(this.escalations.get(number), TimelineEntry.CUSTOMER, kept);
	}

	private Answer asked(Escalation escalation, String user, String kept) {
		this.analyses.find(escalation.number()).ifPresent(RcaRequests::refuseSecond);
		if (escalation.phase() != Phase.ENDED) {
			return requestWhileRunning(escalation, user, kept);
		}
		return startAfterwards(escalation, user, kept);
	}

	private Answer requestWhileRunning(Escalation escalation, String user, String reason) {
		if (!this.escalations.requestRca(escalation.number(), user, reason)) {
			throw new ConflictException("Ya se ha pedido el RCA de " + escalation.number()
					+ ". Se hará cuando el caso, que está en la fase «" + escalation.phase().label() + "», se cierre.");
		}
		return Answer.AT_CLOSING;
	}

	private Answer startAfterwards(Escalation escalation, String user, String reason) {
		String number = escalation.number();
		if (escalation.outcome() == Outcome.WITHDRAWN || escalation.outcome() == Outcome.DUPLICATE) {
			throw new ConflictException("El caso " + number + " terminó como «" + escalation.outcome().label()
					+ "» y no tiene análisis propio. Si es un duplicado, pida el RCA del caso original.");
		}
		if (!this.analyses.add(RootCauseAnalysis.requested(number, user, this.clock.instant(), reason))) {
			this.analyses.find(number).ifPresent(RcaRequests::refuseSecond);
		}
		this.process.start(escalation, customerOf(escalation).map(Customer::name).orElse(""));
		this.timeline.add(number, user, "Pidió el análisis de causa raíz del caso ya cerrado: " + reason);
		return Answer.STARTED;
	}

	private Optional<Customer> customerOf(Escalation escalation) {
		return Optional.ofNullable(escalation.customerId()).flatMap(this.customers::find);
	}

	/** Whether the person who acts now may ask for an analysis of the running case. */
	@Transactional(readOnly = true)
	public boolean isPossible(Escalation escalation) {
		return CaseAction.REQUEST_RCA.isAllowedIn(escalation.phase()) && !escalation.rcaRequested()
				&& this.analyses.find(escalation.number()).isEmpty() && entitled(escalation).isPresent();
	}

	/** Whether the customer may ask for one, while the case runs or afterwards. */
	@Transactional(readOnly = true)
	public boolean isPossibleForCustomer(Escalation escalation) {
		boolean worth = CaseAction.REQUEST_RCA.isAllowedIn(escalation.phase())
				|| escalation.outcome() == Outcome.CLOSED_WITHOUT_RCA;
		return worth && !escalation.rcaRequested() && this.analyses.find(escalation.number()).isEmpty();
	}

	private Optional<String> entitled(Escalation escalation) {
		return this.currentUser.id()
			.filter((user) -> user.equals(escalation.ownerId()) || this.currentUser.isIn(ENTITLED));
	}

	private String entitledUser(Escalation escalation) {
		return entitled(escalation)
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
