package dev.escala.promise;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.escala.calendar.reader.ReaderZones;
import dev.escala.customer.Customer;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.notice.CustomerNotices;
import dev.escala.promise.PromiseDates.Dates;
import dev.escala.promise.persistence.PromiseRepository;
import dev.escala.promise.persistence.ProposalRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.SpokenDates;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Makes a promise: first the customer's expectation (003-03), then our estimate plus a
 * margin (003-05), which only somebody who confirms that we can keep it proposes
 * (004-52).
 */
@Service
@Transactional
public class MakePromise {

	private final Promises promises;

	private final PromiseRepository repository;

	private final ProposalRepository proposals;

	private final PromiseCustomers customers;

	private final PromiseDates dates;

	private final SpokenDates spoken;

	private final Matters matters;

	private final CustomerNotices notices;

	private final PromiseFlow flow;

	private final DateTexts texts;

	private final ReaderZones zones;

	private final Clock clock;

	MakePromise(Promises promises, PromiseRepository repository, ProposalRepository proposals,
			PromiseCustomers customers, PromiseDates dates, SpokenDates spoken, Matters matters,
			CustomerNotices notices, PromiseFlow flow, DateTexts texts, ReaderZones zones, Clock clock) {
		this.promises = promises;
		this.repository = repository;
		this.proposals = proposals;
		this.customers = customers;
		this.dates = dates;
		this.spoken = spoken;
		this.matters = matters;
		this.notices = notices;
		this.flow = flow;
		this.texts = texts;
		this.zones = zones;
		this.clock = clock;
	}

	/**
	 * Begins a promise to a customer of the case: the owner asks what they expect.
	 * @param content what is to be promised
	 * @param customerCode one of the case's customers, or {@code null} for its own
	 * @return the promise
	 * @throws ConflictException where that customer has one under way, or the case is
	 * over or has no customer yet
	 */
	public Promise start(CaseNumber number, UserId user, String content, String customerCode) {
		Fields fields = new Fields();
		String promised = fields.required("content", "qué se promete", content, Estimate.LONGEST);
		String code = fields.optionalLine("customer", "el código del cliente", customerCode, 60);
		fields.done();
		Matter matter = this.matters.lockFor(number, MatterAction.PROMISE);
		Customer customer = this.customers.choose(matter, code);
		long id = this.repository.add(number, customer.id(), promised, user, this.clock.instant())
			.orElseThrow(() -> new ConflictException("Ya hay un compromiso en marcha con " + customer.name() + " en "
					+ number + ": cúmplalo, propóngale otra fecha o retírelo antes de hacer otro."));
		Promise promise = this.promises.get(id);
		this.promises.tell(promise, user, "se quiere prometer «" + promised + "».");
		this.flow.start(promise);
		return promise;
	}

	/**
	 * Writes down what the customer expects, before they hear our date (003-02, 003-03).
	 */
	public void noteExpectation(long id, UserId user, String words, String priority, String wantedAt) {
		Expectation expectation = Expectation.of(words, priority, wantedAt, this.spoken);
		Promise promise = this.promises.lock(id);
		this.repository.expect(id, promise.after(PromiseAction.NOTE_EXPECTATION), expectation, user,
				this.clock.instant());
		this.promises.tell(promise, user, "el cliente espera «" + expectation.words() + "»"
				+ ((expectation.wantedAt() == null) ? "" : ", para el " + this.texts.full(expectation.wantedAt()))
				+ ". Lo más importante: " + Sentences.within(expectation.priority().label()) + ".");
	}

	/**
	 * Estimates the first date, or another one after the customer did not agree.
	 * @throws InvalidInputException where nobody confirmed that we can keep it; the
	 * message names the date
	 */
	public void estimate(long id, UserId user, Estimate estimate) {
		Promise promise = this.promises.lock(id);
		promise.after(PromiseAction.ESTIMATE);
		prepare(promise, user, estimate);
		this.repository.rephrase(id, estimate.content());
	}

	/**
	 * Prepares another date for a promise that the customer has agreed to; the agreed one
	 * holds until they agree again (003-18).
	 */
	public void revise(long id, UserId user, Estimate estimate) {
		Promise promise = this.promises.lock(id);
		promise.after(PromiseAction.REVISE);
		prepare(promise, user, estimate);
	}

	private void prepare(Promise promise, UserId user, Estimate estimate) {
		Matter matter = this.matters.get(promise.caseNumber());
		Dates planned = this.dates.plan(matter, this.promises.customer(promise), estimate);
		String date = this.texts.full(planned.promisedAt());
		if (!estimate.capable()) {
			throw new InvalidInputException("capabilityConfirmed",
					"Con " + Sentences.counted(estimate.hours(), "hora", "horas") + " de trabajo y un margen del "
							+ planned.margin().percent() + " %, la fecha que se promete es " + date
							+ ". Si podemos cumplirla, marque «Confirmo que podemos cumplirlo» y complete de nuevo. "
							+ "Si no, no se promete: cambie la estimación.");
		}
		Proposal.OtherDate other = estimate.other()
			.map((option) -> this.dates.plan(matter, this.promises.customer(promise), option))
			.map((dates) -> new Proposal.OtherDate(dates.promisedAt(), dates.remindAt()))
			.orElse(null);
		this.proposals.add(new Proposal(0, promise.id(), user, this.clock.instant(), estimate, planned.margin(),
				planned.promisedAt(), planned.remindAt(), other, promise.promisedAt(), null, null));
		this.promises.tell(promise, user,
				"estimó " + Sentences.counted(estimate.hours(), "hora laborable", "horas laborables") + " y se propone "
						+ date + ", con un margen del " + planned.margin().percent() + " % ("
						+ Sentences.within(planned.margin().reason()) + ")"
						+ ((estimate.reason() == null) ? "." : ". Motivo del cambio: " + estimate.reason()));
	}

	/** Puts the prepared date to the customer, who can answer from now on. */
	public void send(long id) {
		Promise promise = this.promises.lock(id);
		Proposal proposal = this.proposals.unanswered(id).orElseThrow();
		if (proposal.sentAt() != null) {
			return;
		}
		if (promise.status() == PromiseStatus.ESTIMATING) {
			this.repository.enter(id, promise.after(PromiseAction.PROPOSE));
		}
		this.proposals.sent(proposal.id(), this.clock.instant());
		this.notices.tell(promise.caseNumber(), "promise-" + proposal.id(), "customer-promise",
				letter(proposal, this.promises.customer(promise)), Set.of(promise.customerId()));
		this.promises.tell(promise, UserId.SYSTEM,
				"se propuso al cliente " + this.texts.full(proposal.promisedAt()) + ".");
	}

	private Map<String, Object> letter(Proposal proposal, Customer customer) {
		Locale locale = Locale.forLanguageTag(customer.language());
		DateTexts reader = this.zones.dates(customer);
		Map<String, Object> letter = new LinkedHashMap<>();
		letter.put("message", proposal.estimate().content());
		letter.put("dueText", reader.full(proposal.promisedAt(), locale));
		Stream.of(proposal.estimate().alternative())
			.filter((option) -> option != null)
			.forEach((option) -> letter.put("alternative", option));
		if (proposal.other() != null) {
			letter.put("alternativeDueText", reader.full(proposal.other().promisedAt(), locale));
		}
		if (proposal.formerAt() != null) {
			letter.put("formerText", reader.full(proposal.formerAt(), locale));
			letter.put("reason", proposal.estimate().reason());
		}
		return letter;
	}

	/**
	 * Gives up a promise that the customer has not agreed to.
	 * @throws ConflictException where they have
	 */
	public void withdraw(long id, UserId user, String reason) {
		Fields fields = new Fields();
		String why = fields.required("reason", "por qué se retira el compromiso", reason, 1000);
		fields.done();
		Promise promise = this.promises.lock(id);
		this.repository.settle(id, promise.after(PromiseAction.WITHDRAW), this.clock.instant(), user, why);
		lapse(promise, user);
		this.promises.tell(promise, user, "se retiró: " + why);
		this.flow.withdrawn(promise);
	}

	/** Nobody can agree any more to what was proposed. */
	void lapse(Promise promise, UserId user) {
		this.proposals.unanswered(promise.id())
			.ifPresent((open) -> this.proposals.answer(open.id(),
					new Proposal.Answer(Proposal.Answer.Kind.LAPSED, this.clock.instant(), user, null, null)));
	}

}
