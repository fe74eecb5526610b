package dev.escala.call;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import dev.escala.call.CustomerCall.State;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevelForecast;
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
 * call is not called in this case any more.
 */
@Service
@Transactional
public class CustomerCalls {

	private static final int LONGEST_NOTE = 4000;

	/** Of several updates only the latest is worth a call. */
	private static final String UPDATE = "update-";

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
	 */
	public void tell(CaseNumber number, AffectedCustomer customer, String step, String subject, String text) {
		Instant now = this.clock.instant();
		List<CustomerCall> before = this.calls.calls(number, customer);
		boolean waived = before.stream().anyMatch((call) -> call.state() == State.WAIVED);
		Instant dueAt = this.forecast.dueAt(number, ServiceClock.CONTACT_REPLY);
		if (!this.calls.add(number, customer, step, subject, text, dueAt, waived ? State.WAIVED : State.OPEN, now)) {
			return;
		}
		if (waived) {
			this.timeline.add(number, UserId.SYSTEM,
					"No se llama a " + customer.name() + ", que no tiene correo: se decidió que no hace falta.");
			return;
		}
		if (step.startsWith(UPDATE)) {
			before.stream()
				.filter((call) -> call.state() == State.OPEN && call.step().startsWith(UPDATE))
				.forEach((call) -> supersede(call, now));
		}
		List<CustomerCall> all = this.calls.calls(number, customer);
		this.flow.start(number, all.get(all.size() - 1).id());
		this.timeline.add(number, UserId.SYSTEM, customer.name() + " no tiene correo: se le llamará por teléfono.");
	}

	private void supersede(CustomerCall call, Instant now) {
		this.calls.set(call.id(), State.SUPERSEDED, null, UserId.SYSTEM, now);
		this.flow.end(call.caseNumber(), call.id());
	}

	/** The call. */
	@Transactional(readOnly = true)
	public CustomerCall get(long id) {
		return this.calls.find(id).orElseThrow(() -> new NotFoundException("Esa llamada ya no existe."));
	}

	/**
	 * Somebody called, or decided that nobody needs to.
	 * @param note what was said, or why nobody needs to call
	 * @throws ConflictException where that was settled before
	 */
	public void settle(long id, UserId user, Outcome outcome, String note) {
		CustomerCall call = this.calls.lock(id).orElseThrow(() -> new NotFoundException("Esa llamada ya no existe."));
		if (call.state() != State.OPEN) {
			throw new ConflictException("Ya consta qué pasó con esta llamada a " + call.name() + ".");
		}
		Fields fields = new Fields();
		String said = fields.required("callNote", outcome.asked(), note, LONGEST_NOTE);
		fields.done();
		Instant now = this.clock.instant();
		switch (outcome) {
			case TOLD -> {
				this.calls.set(id, State.TOLD, said, user, now);
				this.events.publishEvent(new CustomerCalled(call.caseNumber(), call.customerId(), call.step(), user));
			}
			case WAIVED -> this.calls.set(id, State.WAIVED, said, user, now);
			case NO_ANSWER -> {
				// It stays open: somebody tries again.
			}
		}
		this.timeline.add(call.caseNumber(), user, outcome.told() + call.name() + ": " + said);
	}

	/** What became of a call; the codes are values of the form. */
	public enum Outcome {

		TOLD("qué le contó y qué dijo", "Llamó a "), NO_ANSWER("cuándo volver a llamar", "No localizó a "),
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
