package dev.escala.promise;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

import dev.escala.calendar.reader.ReaderZones;
import dev.escala.customer.Customer;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterFlow;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.LetterText;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.notice.StaffNotices;
import dev.escala.promise.persistence.PromiseRepository;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.text.DateTexts;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a promise: its owner is reminded, keeps it, or its date passes and it
 * is broken, which may raise the severity and always asks for an apology (004-73).
 */
@Service
@Transactional
public class SettlePromise {

	/** What the draft leaves to its author. */
	private static final Pattern UNFINISHED = Pattern.compile("\\[[^\\]]*\\]");

	private final Promises promises;

	private final PromiseRepository repository;

	private final MakePromise making;

	private final PromiseDates dates;

	private final Matters matters;

	private final StaffNotices notices;

	private final CustomerLetters letters;

	private final LetterFlow flow;

	private final ApplicationEventPublisher events;

	private final Decisions decisions;

	private final DateTexts texts;

	private final ReaderZones zones;

	private final Clock clock;

	SettlePromise(Promises promises, PromiseRepository repository, MakePromise making, PromiseDates dates,
			Matters matters, StaffNotices notices, CustomerLetters letters, LetterFlow flow,
			ApplicationEventPublisher events, Decisions decisions, DateTexts texts, ReaderZones zones, Clock clock) {
		this.promises = promises;
		this.repository = repository;
		this.making = making;
		this.dates = dates;
		this.matters = matters;
		this.notices = notices;
		this.letters = letters;
		this.flow = flow;
		this.events = events;
		this.decisions = decisions;
		this.texts = texts;
		this.zones = zones;
		this.clock = clock;
	}

	/**
	 * Reminds the owner once of each agreed date, while the promise is neither kept nor
	 * broken.
	 */
	public void remind(long id) {
		Promise promise = this.promises.lock(id);
		if (promise.status() != PromiseStatus.ACCEPTED || promise.remindedAt() != null) {
			return;
		}
		this.repository.remind(id, this.clock.instant());
		this.notices.tellOwner(promise.caseNumber(), "promise-near-" + id + "-" + promise.promisedAt().getEpochSecond(),
				"internal-promise-near",
				Map.of("message", promise.content(), "dueText", this.texts.full(promise.promisedAt())));
	}

	/** What was promised is done. */
	public void keep(long id, UserId user, String note) {
		Fields fields = new Fields();
		String done = fields.required("promiseNote", "qué se ha hecho", note, Estimate.LONGEST);
		fields.done();
		Promise promise = this.promises.lock(id);
		settle(promise, promise.after(PromiseAction.KEEP), user, done);
		this.promises.tell(promise, user, "cumplido. " + done);
	}

	/** The agreed date has passed. */
	public void breakIt(long id) {
		Promise promise = this.promises.lock(id);
		PromiseStatus broken = promise.after(PromiseAction.BREAK);
		Customer customer = this.promises.customer(promise);
		Matter matter = this.matters.get(promise.caseNumber());
		long times = 1 + this.promises.promises(promise.caseNumber())
			.stream()
			.filter((one) -> one.isTo(customer.id()) && one.status() == PromiseStatus.BROKEN)
			.count();
		Decision decision = this.decisions.decide(matter.number(), "brokenPromise", Map.of("severity",
				matter.severity().name(), "tier", customer.tier().name(), "timesBroken", (int) times));
		settle(promise, broken, UserId.SYSTEM, null);
		this.repository.apologyDue(id,
				this.dates.after(Duration.parse(decision.text("apologyWithin")), matter.groupId(), customer.id()));
		this.promises.tell(promise, UserId.SYSTEM,
				"incumplido. Venció el " + this.texts.full(promise.promisedAt()) + ". " + decision.reason() + ".");
		this.events.publishEvent(new PromiseBroken(matter.number(), decision.flag("raiseSeverity")));
	}

	/** Who owns the case now answers for it, whoever gave the date. */
	private void settle(Promise promise, PromiseStatus status, UserId by, String note) {
		Matter matter = this.matters.get(promise.caseNumber());
		this.repository.settle(promise.id(), status, this.clock.instant(), by, note);
		this.repository.answerFor(promise.id(), (matter.ownerId() != null) ? matter.ownerId() : promise.openedBy(),
				matter.groupId());
		this.making.lapse(promise, by);
	}

	/** An apology in the customer's language, for the owner to say it better. */
	@Transactional(readOnly = true)
	public String apologyDraft(long id) {
		Promise promise = this.promises.get(id);
		Customer customer = this.promises.customer(promise);
		Locale locale = Locale.forLanguageTag(customer.language());
		return ApologyDraft.write(locale, promise.content(),
				this.zones.dates(customer).full(promise.promisedAt(), locale));
	}

	/**
	 * The owner apologises to the customer: a letter like any other, checked and, where
	 * the table says so, read by somebody else before it is sent.
	 * @throws InvalidInputException where the draft is not filled in, or with what the
	 * checks find
	 */
	public void apologise(long id, UserId user, LetterText apology) {
		if (UNFINISHED.matcher(apology.text()).find()) {
			throw new InvalidInputException(apology.field(),
					"Queda algo entre corchetes: diga ahí qué pasó y qué hacemos ahora, o bórrelo.");
		}
		Promise promise = this.promises.lock(id);
		promise.after(PromiseAction.APOLOGISE);
		long letter = this.letters.write(promise.caseNumber(), LetterIntent.APOLOGY, promise.customerId(), user,
				apology);
		this.repository.apologise(id, this.clock.instant());
		this.flow.start(promise.caseNumber(), letter);
		this.promises.tell(promise, user, "se pidieron disculpas: " + apology.text());
	}

}
