package dev.escala.promise;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import dev.escala.customer.Customers;
import dev.escala.promise.persistence.AgreedDateRepository;
import dev.escala.promise.persistence.PromiseRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Promises that a customer or prospect accepted by word, for an internal request
 * (000-18). They count like those of cases, by person and team, and by customer where
 * there is one. There is no case: whoever runs the request watches the date, and a broken
 * one asks for no letter of apology.
 */
@Service
@Transactional
public class SpokenPromises {

	private final PromiseRepository promises;

	private final AgreedDateRepository dates;

	private final Customers customers;

	private final Timeline timeline;

	private final DateTexts texts;

	private final Clock clock;

	SpokenPromises(PromiseRepository promises, AgreedDateRepository dates, Customers customers, Timeline timeline,
			DateTexts texts, Clock clock) {
		this.promises = promises;
		this.dates = dates;
		this.customers = customers;
		this.timeline = timeline;
		this.texts = texts;
		this.clock = clock;
	}

	/**
	 * Writes down a promise that the other side has accepted; it is live from now on.
	 * @return its id
	 * @throws ConflictException where the request has a live one
	 * @throws dev.escala.validation.InvalidInputException on {@code promisedAt} where
	 * that is not in the future
	 */
	public long accept(SpokenPromise promise) {
		Instant now = this.clock.instant();
		Fields fields = new Fields();
		future(fields, promise.promisedAt(), now);
		fields.done();
		if (promise.customerId() != null && this.customers.find(promise.customerId()).isEmpty()) {
			throw new NotFoundException("No hay ningún cliente " + promise.customerId() + ".");
		}
		long id = this.promises.add(promise, now)
			.orElseThrow(() -> new ConflictException("Ya hay un compromiso en marcha con " + promise.partyName()
					+ " para " + promise.number() + ": cámbiele la fecha, cúmplalo o retírelo antes de hacer otro."));
		this.dates.add(id, new AgreedDate(promise.promisedAt(), promise.acceptedBy(), now, null));
		tell(promise.number(), promise.partyName(), promise.acceptedBy(), "aceptó de palabra «" + promise.content()
				+ "», para el " + this.texts.full(promise.promisedAt()) + ".");
		return id;
	}

	/**
	 * The other side was told another date and accepted it (003-18). The former ones stay
	 * in {@link #dates}.
	 * @param reason why it changes
	 * @throws dev.escala.validation.InvalidInputException on {@code promisedAt} or
	 * {@code reason}
	 * @throws ConflictException where the promise is settled
	 */
	public void move(CaseNumber number, Instant newDate, UserId by, String reason) {
		Instant now = this.clock.instant();
		Fields fields = new Fields();
		String why = fields.required("reason", "por qué cambia la fecha", reason, Estimate.LONGEST);
		future(fields, newDate, now);
		fields.done();
		Instant date = newDate.truncatedTo(ChronoUnit.MILLIS);
		Promise promise = lock(number);
		this.promises.revise(promise.id(), promise.after(PromiseAction.REVISE), date, now, by);
		this.dates.add(promise.id(), new AgreedDate(date, by, now, why));
		tell(promise, by, "aceptó de palabra otra fecha, " + this.texts.full(date) + ", en vez del "
				+ this.texts.full(promise.promisedAt()) + ". Motivo: " + why);
	}

	/**
	 * What was promised is done.
	 * @param note what was done
	 * @throws dev.escala.validation.InvalidInputException on {@code note}
	 * @throws ConflictException where the promise is settled
	 */
	public void keep(CaseNumber number, UserId by, String note) {
		Fields fields = new Fields();
		String done = fields.required("note", "qué se ha hecho", note, Estimate.LONGEST);
		fields.done();
		Promise promise = lock(number);
		settle(promise, promise.after(PromiseAction.KEEP), by, done);
		tell(promise, by, "cumplido. " + done);
	}

	/**
	 * The date has passed. Does nothing where the promise is settled already or its date
	 * was moved meanwhile: a timer may come late, or twice.
	 */
	public void breakIt(CaseNumber number) {
		Promise promise = lock(number);
		if (promise.status().isSettled() || promise.promisedAt().isAfter(this.clock.instant())) {
			return;
		}
		settle(promise, promise.after(PromiseAction.BREAK), UserId.SYSTEM, null);
		tell(promise, UserId.SYSTEM, "incumplido. Venció el " + this.texts.full(promise.promisedAt()) + ".");
	}

	/**
	 * The other side does not need it any more; it counts neither as kept nor as broken.
	 * @throws dev.escala.validation.InvalidInputException on {@code reason}
	 * @throws ConflictException where the promise is settled
	 */
	public void withdraw(CaseNumber number, UserId by, String reason) {
		Fields fields = new Fields();
		String why = fields.required("reason", "por qué se retira el compromiso", reason, 1000);
		fields.done();
		Promise promise = lock(number);
		settle(promise, promise.after(PromiseAction.RELEASE), by, why);
		tell(promise, by, "se retiró: " + why);
	}

	/** The latest promise that was spoken for the request, settled or not. */
	@Transactional(readOnly = true)
	public Optional<Promise> promise(CaseNumber number) {
		return this.promises.spoken(number);
	}

	/** Every date that the other side of that promise accepted, oldest first. */
	@Transactional(readOnly = true)
	public List<AgreedDate> dates(CaseNumber number) {
		return promise(number).map((promise) -> this.dates.dates(promise.id())).orElse(List.of());
	}

	private void future(Fields fields, Instant date, Instant now) {
		if (date == null) {
			fields.refuse("promisedAt", "Falta la fecha que aceptó la otra parte.");
		}
		else if (!date.truncatedTo(ChronoUnit.MILLIS).isAfter(now)) {
			fields.refuse("promisedAt",
					"La fecha prometida, " + this.texts.full(date) + ", ya pasó. Indique una futura.");
		}
	}

	/**
	 * The latest promise of the request, kept from others until the transaction ends.
	 */
	private Promise lock(CaseNumber number) {
		return promise(number).flatMap((promise) -> this.promises.lock(promise.id()))
			.orElseThrow(() -> new NotFoundException("No hay ningún compromiso de palabra para " + number + "."));
	}

	private void settle(Promise promise, PromiseStatus status, UserId by, String note) {
		this.promises.settle(promise.id(), status, this.clock.instant(), by, note);
	}

	private void tell(Promise promise, UserId actor, String text) {
		tell(promise.caseNumber(), promise.partyName(), actor, text);
	}

	private void tell(CaseNumber number, String party, UserId actor, String text) {
		this.timeline.add(number, actor, "Compromiso con " + party + ": " + text);
	}

}
