package dev.escala.retention;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;

import dev.escala.complaint.remedy.DecideDemand;
import dev.escala.complaint.remedy.FourQuestions;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.matter.Matters;
import dev.escala.purchase.Cents;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.retention.RetentionCaseRepository.Proof;
import dev.escala.retention.loss.LossCauses;
import dev.escala.retention.loss.LostCustomers;
import dev.escala.routing.Decision;
import dev.escala.text.Dates;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.TypedDay;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is done to keep a customer: called, the cause found, something done, and then
 * their next purchase awaited, which alone proves that they are back (004-33, 004-34).
 */
@Service
@Transactional
public class RetentionWork {

	private static final int LONGEST_SAID = 2000;

	private static final int LONGEST_WHAT = 4000;

	/** Nobody waits longer than that for a second call. */
	private static final int MOST_DAYS = 180;

	private final RetentionCases cases;

	private final RetentionCaseRepository repository;

	private final RetentionTerms terms;

	private final LossCauses causes;

	private final LeavingActions actions;

	private final LostCustomers lost;

	private final DecideDemand demands;

	private final Customers customers;

	private final Matters matters;

	private final Timeline timeline;

	private final RetentionFlow flow;

	private final Clock clock;

	RetentionWork(RetentionCases cases, RetentionCaseRepository repository, RetentionTerms terms, LossCauses causes,
			LeavingActions actions, LostCustomers lost, DecideDemand demands, Customers customers, Matters matters,
			Timeline timeline, RetentionFlow flow, Clock clock) {
		this.cases = cases;
		this.repository = repository;
		this.terms = terms;
		this.causes = causes;
		this.actions = actions;
		this.lost = lost;
		this.demands = demands;
		this.customers = customers;
		this.matters = matters;
		this.timeline = timeline;
		this.flow = flow;
		this.clock = clock;
	}

	/**
	 * They were called.
	 * @return what follows
	 * @throws InvalidInputException naming every field that is wrong
	 */
	public NextStep called(CaseNumber number, UserId by, RetentionCall.Input said) {
		RetentionCase one = this.cases.lock(number);
		one.require(RetentionState.CALLING, "anotar la llamada");
		Fields fields = new Fields();
		NextStep step = fields.oneOf("leavingNext", "qué se hace ahora", said.step(), NextStep.class, null);
		String words = fields.required("leavingSaid", "qué ha dicho", said.said(), LONGEST_SAID);
		LossCauses.Cause cause = (step == null || step == NextStep.AGAIN || step == NextStep.BACK) ? null
				: this.causes.read(fields, "leavingCause", said.cause());
		LocalDate again = (step == NextStep.AGAIN) ? again(fields, one, said.againOn()) : null;
		String lesson = (step == NextStep.LOST)
				? fields.required("leavingLesson", "qué se aprende", said.lesson(), LostCustomers.LONGEST) : null;
		fields.done();
		this.repository.addCall(number,
				new RetentionCall(step, words, (cause == null) ? null : cause.code(), again, by, now()));
		if (cause != null) {
			this.repository.because(number, cause.code());
		}
		this.timeline.add(number, by,
				"Llamó: " + words + ((cause == null) ? "" : " Causa: " + Sentences.within(cause.label()) + ".") + " "
						+ step.label() + ((again == null) ? "." : ", el " + Dates.figures(again) + "."));
		switch (step) {
			case AGAIN ->
				this.repository.move(number, RetentionState.WAITING, this.terms.morning(one.groupId(), again));
			case ACT -> this.repository.move(number, RetentionState.ACTING, due(one));
			case LET_GO -> this.repository.move(number, RetentionState.DECIDING, due(one));
			case LOST -> lost(one, RetentionState.LOST, cause, lesson, by);
			case BACK -> recovered(number, by, this.repository.proof(number)
				.orElseThrow(() -> new InvalidInputException("leavingNext", "No consta ninguna compra suya desde el "
						+ Dates.figures(one.watchedFrom())
						+ " que lo demuestre: si acaba de comprar, espere a que llegue; si no, haga algo por él.")));
		}
		return step;
	}

	private LocalDate again(Fields fields, RetentionCase one, String typed) {
		LocalDate day = TypedDay.read(fields, "callAgainOn", typed);
		LocalDate today = today(one);
		if (day != null && (!day.isAfter(today) || day.isAfter(today.plusDays(MOST_DAYS)))) {
			fields.refuse("callAgainOn", "Se le llama otro día, de mañana a dentro de " + MOST_DAYS + " días.");
		}
		return day;
	}

	/**
	 * The day has come on which they are called again; doing it again changes nothing.
	 */
	public void callAgain(CaseNumber number) {
		RetentionCase one = this.cases.lock(number);
		if (one.state() == RetentionState.WAITING) {
			this.repository.move(number, RetentionState.CALLING, due(one));
		}
	}

	/**
	 * Something is done for them; from now on their next purchase is awaited.
	 * @throws InvalidInputException naming every field that is wrong
	 */
	public void acted(CaseNumber number, UserId by, DoneAction.Input said) {
		RetentionCase one = this.cases.lock(number);
		one.require(RetentionState.ACTING, "hacer algo por el cliente");
		Fields fields = new Fields();
		LeavingAction kind = fields.oneOf("leavingAction", "qué se hace", said.kind(), LeavingAction.class, null);
		String what = fields.required("actionText", "qué se hace exactamente", said.what(), LONGEST_WHAT);
		LocalDate on = LeavingActions.day(fields, kind, said.on(), today(one));
		fields.done();
		CaseNumber began = this.actions.act(number, customer(one), kind, what, said, by);
		Long cents = (kind == LeavingAction.GOODWILL)
				? LeavingActions.euros(said.amount()).movePointRight(2).longValueExact() : null;
		this.repository.addAction(number, new DoneAction(kind, what, on, cents, began, by, now()));
		this.timeline.add(number, by,
				"Para conservarlo: " + Sentences.within(kind.label())
						+ ((on == null) ? "" : ", el " + Dates.figures(on))
						+ ((began == null) ? "" : " (" + began + ")") + ". " + what);
		this.repository.watchFrom(number, today(one));
		this.repository.move(number, RetentionState.WATCHED, this.terms.watchUntil(terms(one), now()));
	}

	/**
	 * The time is over in which their next purchase was awaited.
	 * @return whether they bought, which ends the case
	 */
	public boolean watchOver(CaseNumber number) {
		RetentionCase one = this.cases.lock(number);
		if (one.state() == RetentionState.RECOVERED) {
			return true;
		}
		if (one.state() != RetentionState.WATCHED) {
			return false;
		}
		Proof proof = this.repository.proof(number).orElse(null);
		if (proof != null) {
			recovered(number, UserId.SYSTEM, proof);
			return true;
		}
		this.repository.move(number, RetentionState.CALLING, due(one));
		this.timeline.add(number, UserId.SYSTEM,
				"No ha comprado desde el " + Dates.figures(one.watchedFrom()) + ": toca llamarle otra vez.");
		return false;
	}

	/** Ends a case whose purchase has come, unless somebody has ended it meanwhile. */
	void bought(Proof proof) {
		RetentionCase one = this.cases.lock(proof.number());
		if (one.state() == RetentionState.WATCHED) {
			recovered(one.number(), UserId.SYSTEM, proof);
			this.flow.bought(one.number());
		}
	}

	private void recovered(CaseNumber number, UserId by, Proof proof) {
		this.repository.end(number, RetentionState.RECOVERED, now());
		this.timeline.add(number, by, "Recuperado: compró el " + Dates.figures(proof.boughtOn()) + " por "
				+ Cents.told(proof.cents(), proof.currency()) + " (" + proof.document() + ").");
		this.matters.end(number, "El cliente ha vuelto a comprar.");
	}

	/**
	 * Whoever leads answers the four questions (004-26).
	 * @return whether we let them go
	 */
	public boolean decided(CaseNumber number, UserId by, FourQuestions answers) {
		RetentionCase one = this.cases.lock(number);
		one.require(RetentionState.DECIDING, "decidir si se le deja ir");
		this.demands.decide(number, by, answers);
		if (answers.yields()) {
			this.repository.move(number, RetentionState.ACTING, due(one));
			return false;
		}
		lost(one, RetentionState.LET_GO, this.causes.cause(one.cause()), answers.reason(), by);
		return true;
	}

	private void lost(RetentionCase one, RetentionState state, LossCauses.Cause cause, String lesson, UserId by) {
		this.repository.end(one.number(), state, now());
		this.lost.lost(one.number(), customer(one), state == RetentionState.LET_GO, cause, lesson, one.atStake(),
				one.silent(), one.ownerId(), by);
		this.timeline.add(one.number(), by, state.label() + ". Se aprende: " + lesson);
		this.matters.end(one.number(), state.label() + ".");
	}

	private Instant due(RetentionCase one) {
		return this.terms.due(terms(one), now());
	}

	private Decision terms(RetentionCase one) {
		return this.terms.look(customer(one).tier(), one.atStake());
	}

	private Customer customer(RetentionCase one) {
		return this.customers.find(one.customerId())
			.orElseThrow(() -> new ConflictException("El cliente de " + one.number() + " ya no existe en Escala."));
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private LocalDate today(RetentionCase one) {
		ZoneId zone = this.terms.zone(one.groupId());
		return LocalDate.now(this.clock.withZone(zone));
	}

}
