package dev.escala.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.escala.call.CustomerCall.State;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevelForecast;
import dev.escala.clock.UnmeasurableException;
import dev.escala.matter.AffectedCustomer;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has customers called who have no address: one task for each message that others get by
 * mail. Its outcome is the proof that they know. A customer whom somebody decided not to
 * call is not called in this case any more, but for what they asked or are asked.
 */
@Service
@Transactional
public class CustomerCalls {

	private static final int LONGEST_NOTE = 4000;

	/** Of several updates only the latest is worth a call. */
	private static final String UPDATE = "update-";

	/** What a customer asked for, or has to answer: no waiver goes so far. */
	private static final Pattern OWED = Pattern.compile("(reply|question|promise|apology|observed|judgement)-");

	private final CallRepository calls;

	private final CallFlow flow;

	private final ServiceLevelForecast forecast;

	private final Timeline timeline;

	private final ApplicationEventPublisher events;

	private final Clock clock;

	CustomerCalls(CallRepository calls, CallFlow flow, ServiceLevelForecast forecast, Timeline timeline,
			ApplicationEventPublisher events, Clock clock) {
		this.calls = calls;
		this.flow = flow;
		this.forecast = forecast;
		this.timeline = timeline;
		this.events = events;
		this.clock = clock;
	}

	/**
	 * Somebody tells the customer, as soon as a contact would be replied to; asked again
	 * for the same step, nothing happens.
	 * @param subject the subject of the mail that others get
	 * @param text the text of that mail
	 * @param waived whether somebody decided before that this customer need not be told
	 */
	public void tell(CaseNumber number, AffectedCustomer customer, String step, String subject, String text,
			boolean waived) {
		Instant now = this.clock.instant();
		List<CustomerCall> before = this.calls.calls(number, customer);
		boolean needless = !OWED.matcher(step).lookingAt()
				&& (waived || before.stream().anyMatch((call) -> call.state() == State.WAIVED));
		Optional<Long> added = this.calls.add(number, customer, step, subject, text, due(number, now),
				needless ? State.WAIVED : State.OPEN, now);
		if (added.isEmpty()) {
			return;
		}
		if (needless) {
			this.timeline.add(number, UserId.SYSTEM,
					"No se llama a " + customer.name() + ", que no tiene correo: se decidió que no hace falta.");
			return;
		}
		if (step.startsWith(UPDATE)) {
			before.stream()
				.filter((call) -> call.state() == State.OPEN && call.step().startsWith(UPDATE))
				.filter((call) -> this.calls.supersede(call.id(), now))
				.forEach((call) -> this.flow.end(number, call.id()));
		}
		this.flow.start(number, added.get());
		this.timeline.add(number, UserId.SYSTEM,
				step.startsWith(CustomerCall.ASKS_JUDGEMENT)
						? "Se llamará a " + customer.name() + " para preguntarle si se le escuchó y si se resolvió."
						: customer.name() + " no tiene correo: se le llamará por teléfono.");
	}

	/**
	 * A broken table or calendar keeps nobody from being told: then it is due at once.
	 */
	private Instant due(CaseNumber number, Instant now) {
		try {
			return this.forecast.dueAt(number, ServiceClock.CONTACT_REPLY);
		}
		catch (UnmeasurableException ex) {
			return now;
		}
	}

	/** Whether a call of such a step is still to be made. */
	@Transactional(readOnly = true)
	public boolean awaits(CaseNumber number, String stepBegins) {
		return this.calls.isOpen(number, stepBegins);
	}

	/** What a call would tell is of no use any more: who has not called yet need not. */
	public void needless(CaseNumber number, String step) {
		Instant now = this.clock.instant();
		this.calls.open(number, step)
			.stream()
			.filter((id) -> this.calls.supersede(id, now))
			.forEach((id) -> this.flow.end(number, id));
	}

	/** The call. */
	@Transactional(readOnly = true)
	public CustomerCall get(long id) {
		return this.calls.find(id).orElseThrow(() -> new NotFoundException("Esa llamada ya no existe."));
	}

	/**
	 * Somebody called, or decided that nobody needs to.
	 * @param note what was said, or why nobody needs to call
	 * @param answers what the customer answered, where something was asked
	 * @throws ConflictException where that was settled before
	 */
	public void settle(long id, UserId user, Outcome outcome, String note, CallAnswers answers) {
		CustomerCall call = this.calls.lock(id).orElseThrow(() -> new NotFoundException("Esa llamada ya no existe."));
		if (call.state() != State.OPEN) {
			throw new ConflictException("Ya consta qué pasó con esta llamada a " + call.name() + ".");
		}
		Fields fields = new Fields();
		String said = fields.required("callNote", outcome.asked(), note, LONGEST_NOTE);
		if (outcome == Outcome.ANSWERED) {
			answers.check(call, fields);
		}
		fields.done();
		Instant now = this.clock.instant();
		switch (outcome) {
			case TOLD -> {
				this.calls.set(id, State.TOLD, said, user, now);
				this.events.publishEvent(
						new CustomerCalled(call.caseNumber(), call.customerId(), call.name(), call.step(), user));
			}
			case ANSWERED -> this.calls.set(id, State.TOLD, said, user, now);
			case WAIVED -> this.calls.set(id, State.WAIVED, said, user, now);
			case NO_ANSWER -> {
				// It stays open: somebody tries again.
			}
		}
		this.timeline.add(call.caseNumber(), user, outcome.told() + call.name() + ": " + said);
		if (outcome == Outcome.ANSWERED) {
			tell(call, user, answers, said);
		}
	}

	private void tell(CustomerCall call, UserId user, CallAnswers answers, String said) {
		if (call.asksWhetherSolved()) {
			this.events.publishEvent(new CustomerConfirmed(call.caseNumber(), call.step(), user,
					answers.stillSolved().equals("yes"), said));
		}
		if (call.asksJudgement()) {
			this.events.publishEvent(new CustomerJudged(call.caseNumber(), call.step(), user,
					answers.heard().equals("yes"), answers.solved().equals("yes"), said));
		}
	}

	/** What became of a call; the codes are values of the form. */
	public enum Outcome {

		TOLD("qué le contó y qué dijo", "Llamó a "),
		/** What was asked is answered: nobody waits for it any more. */
		ANSWERED("qué le preguntó y qué contestó", "Llamó, y contestó, "),
		NO_ANSWER("cuándo volver a llamar", "No localizó a "),
		WAIVED("por qué no hace falta llamar", "No hace falta llamar a ");

		private final String asked;

		private final String told;

		Outcome(String asked, String told) {
			this.asked = asked;
			this.told = told;
		}

		String asked() {
			return this.asked;
		}

		String told() {
			return this.told;
		}

	}

}
