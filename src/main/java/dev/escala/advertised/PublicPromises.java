package dev.escala.advertised;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import dev.escala.matter.Matters;
import dev.escala.measure.Counted;
import dev.escala.measure.Gauge;
import dev.escala.measure.Gauges;
import dev.escala.measure.Months;
import dev.escala.measure.TypedNumber;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonSearch;
import dev.escala.text.Dates;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;
import dev.escala.validation.TypedDay;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The inventory of what we promise to everybody (004-39). Each step is one transaction.
 */
@Service
@Transactional
public class PublicPromises {

	/** By what a list may be sorted. */
	public static final List<String> SORTABLE = PublicPromiseRepository.SORT.names();

	private static final int LONGEST_TEXT = 300;

	private static final int LONGEST_PLACE = 200;

	private static final int LONGEST_WHY = 500;

	private final PublicPromiseRepository repository;

	private final Gauges gauges;

	private final Matters matters;

	private final PersonSearch search;

	private final Timeline timeline;

	private final PublicPromiseFlow flow;

	private final Clock clock;

	private final ZoneId zone;

	PublicPromises(PublicPromiseRepository repository, Gauges gauges, Matters matters, PersonSearch search,
			Timeline timeline, PublicPromiseFlow flow, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.gauges = gauges;
		this.matters = matters;
		this.search = search;
		this.timeline = timeline;
		this.flow = flow;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Adds one to the inventory.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public CaseNumber register(SaidPublicPromise said, UserId by) {
		Fields fields = new Fields();
		String text = text(fields, "text", said.text());
		String place = place(fields, said.place());
		LocalDate since = TypedDay.read(fields, "since", said.since());
		if (since != null && since.isAfter(LocalDate.now(this.clock.withZone(this.zone)))) {
			fields.refuse("since", "El " + Dates.figures(since)
					+ " está por venir: escriba la promesa cuando se publique, y antes compruebe que se puede cumplir.");
		}
		UserId owner = Optional.ofNullable(UserId.nullable(said.owner())).orElse(by);
		this.search.require(fields, "owner", owner);
		Gauge gauge = this.gauges.read(fields, said.gauge());
		BigDecimal threshold = TypedNumber.read(fields, "threshold", said.threshold(),
				(gauge == null) ? null : gauge.unit());
		fields.done();
		CaseNumber number = this.repository.nextNumber(now());
		PublicPromise promise = new PublicPromise(number, text, place, since, owner, gauge, threshold, null, by, now());
		this.matters.register(number, PublicPromise.MATTER_KIND);
		this.repository.insert(promise);
		this.timeline.add(number, by, "Escribió la promesa «" + text + "», publicada en " + place + ": " + gauge.name()
				+ ", " + promise.promised() + ".");
		return number;
	}

	/**
	 * Changes what is promised, where, or who answers for it.
	 * @param owner a user id
	 */
	public void change(CaseNumber number, String text, String place, String owner, String threshold, UserId by) {
		PublicPromise before = lock(number);
		Fields fields = new Fields();
		String newText = text(fields, "text", text);
		String newPlace = place(fields, place);
		UserId newOwner = Optional.ofNullable(UserId.nullable(owner)).orElse(before.owner());
		this.search.require(fields, "owner", newOwner);
		BigDecimal newThreshold = TypedNumber.read(fields, "threshold", threshold, before.gauge().unit());
		fields.done();
		change(before, newText, newPlace, newOwner, newThreshold, by);
	}

	/**
	 * Whoever mends a broken promise promises something else from now on.
	 * @param why what the figures say, in their words
	 */
	public void promiseElse(CaseNumber number, String text, String threshold, String why, UserId by) {
		PublicPromise before = lock(number);
		Fields fields = new Fields();
		String newText = text(fields, "mendText", text);
		BigDecimal newThreshold = TypedNumber.read(fields, "mendThreshold", threshold, before.gauge().unit());
		if (newText.equals(before.text()) && newThreshold != null && newThreshold.compareTo(before.threshold()) == 0) {
			fields.refuse("mendText",
					"La promesa sigue igual: cambie el texto o lo prometido, proponga una mejora, o retírela.");
		}
		String said = why(fields, "mendNote", why);
		fields.done();
		change(before, newText, before.place(), before.owner(), newThreshold, by);
		this.timeline.add(number, by, "Por qué se cambió: " + said);
	}

	private void change(PublicPromise before, String text, String place, UserId owner, BigDecimal threshold,
			UserId by) {
		this.repository.change(before.number(), text, place, owner, threshold);
		PublicPromise after = this.repository.find(before.number()).orElseThrow();
		this.timeline.add(before.number(), by,
				"Cambió la promesa «" + before.text() + "» (" + before.promised() + ", en " + before.place() + ", de "
						+ this.search.name(before.owner()) + ") por «" + after.text() + "» (" + after.promised()
						+ ", en " + after.place() + ", de " + this.search.name(after.owner()) + ").");
	}

	/** It is no longer published anywhere: whatever is open for it ends. */
	public void withdraw(CaseNumber number, String why, UserId by) {
		withdrawn(number, "why", why, by);
		this.flow.end(number);
	}

	/** The same by whoever has the task to mend it, which ends by itself. */
	public void withdrawByTask(CaseNumber number, String why, UserId by) {
		withdrawn(number, "mendNote", why, by);
	}

	private void withdrawn(CaseNumber number, String field, String why, UserId by) {
		lock(number);
		Fields fields = new Fields();
		String said = why(fields, field, why);
		fields.done();
		this.repository.withdraw(number, now());
		this.timeline.add(number, by, "Retiró la promesa: ya no se publica. " + said);
		this.matters.end(number, "La promesa se retiró.");
	}

	/**
	 * Somebody enters the figure of a month; one that was compared already is compared
	 * again.
	 */
	public YearMonth enter(CaseNumber number, String month, String value, UserId by) {
		PublicPromise promise = lock(number);
		YearMonth entered = this.gauges.enter(number, promise.gauge(), month, value, by);
		if (this.repository.comparisons(number).stream().anyMatch((one) -> one.month().equals(entered))) {
			this.repository.comparedAgain(promise, entered,
					this.gauges.all(number, promise.gauge(), new Months(entered, entered)), now());
		}
		return entered;
	}

	/** What of a month is known. */
	@Transactional(readOnly = true)
	public Counted figure(PublicPromise promise, YearMonth month) {
		return Optional
			.ofNullable(this.gauges.monthly(promise.number(), promise.gauge(), new Months(month, month)).get(month))
			.orElse(Counted.NOTHING);
	}

	/** How its months compared when they were over, the last first; at most 24. */
	@Transactional(readOnly = true)
	public List<Comparison> comparisons(CaseNumber number) {
		return this.repository.comparisons(number);
	}

	/** The promise; refuses an unknown number. */
	@Transactional(readOnly = true)
	public PublicPromise get(CaseNumber number) {
		return find(number).orElseThrow(() -> unknown(number));
	}

	@Transactional(readOnly = true)
	public Optional<PublicPromise> find(CaseNumber number) {
		return this.repository.find(number);
	}

	/**
	 * A page of promises.
	 * @param text words that each must have, or {@code null}
	 */
	@Transactional(readOnly = true)
	public Page<PublicPromise> search(String text, Standing standing, PageRequest part) {
		return this.repository.page((text == null || text.isBlank()) ? null : text, standing, part);
	}

	private PublicPromise lock(CaseNumber number) {
		PublicPromise promise = this.repository.lock(number).orElseThrow(() -> unknown(number));
		if (!promise.isPublished()) {
			throw new ConflictException(number + " ya se retiró. Si vuelve a publicarse, escríbala otra vez.");
		}
		return promise;
	}

	private static String text(Fields fields, String field, String text) {
		return fields.requiredLine(field, "qué prometemos", text, LONGEST_TEXT);
	}

	private static String place(Fields fields, String place) {
		return fields.requiredLine("place", "dónde se publica", place, LONGEST_PLACE);
	}

	private static String why(Fields fields, String field, String why) {
		return fields.required(field, "el porqué", why, LONGEST_WHY);
	}

	private static NotFoundException unknown(CaseNumber number) {
		return new NotFoundException("No hay ninguna promesa pública con el número " + number + ".");
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

}
