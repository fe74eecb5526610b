package dev.escala.review;

import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.function.Consumer;

import dev.escala.calendar.Calendars;
import dev.escala.modelgate.ModelFile;
import dev.escala.reference.UserId;
import dev.escala.review.ReviewRepository.SignalCount;
import dev.escala.text.Dates;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;
import dev.escala.web.Page;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The review of each month, begun once by whichever node looks first, and rehearsals on
 * past months.
 */
@Service
public class MonthlyReviews {

	private static final int SIZE = 50;

	private static final int SHOWN = 36;

	private static final int MOST_MONTHS = 12;

	/** How long a review is kept. */
	private static final Period KEPT = Period.ofYears(3);

	private final ReviewRepository reviews;

	private final HindsightRepository hindsight;

	private final SignalTable table;

	private final ReviewFlow flow;

	private final Calendars calendars;

	private final Clock clock;

	private final ZoneId zone;

	MonthlyReviews(ReviewRepository reviews, HindsightRepository hindsight, SignalTable table, ReviewFlow flow,
			Calendars calendars, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.reviews = reviews;
		this.hindsight = hindsight;
		this.table = table;
		this.flow = flow;
		this.calendars = calendars;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Begins the review of this month from its first working day on, and takes up what
	 * the engine has lost. Any number of nodes may look at any time: the row of the month
	 * lets one of them begin.
	 * @return whether it began
	 */
	@Transactional
	public boolean look() {
		this.reviews.running().stream().filter((id) -> !this.flow.isUnderWay(id)).forEach(this.flow::begin);
		LocalDate today = today();
		LocalDate month = today.withDayOfMonth(1);
		if (today.isBefore(firstWorkingDay(month))) {
			return false;
		}
		OptionalLong begun = this.reviews.begin(month, this.table.version(), UserId.SYSTEM, this.clock.instant());
		begun.ifPresent(this.flow::begin);
		return begun.isPresent();
	}

	private LocalDate firstWorkingDay(LocalDate month) {
		return month.datesUntil(month.plusMonths(1))
			.filter((day) -> !this.calendars.organisation().day(day).hours().isEmpty())
			.findFirst()
			.orElse(month);
	}

	/**
	 * Tries a table on past months: it says whom it would flag, and nobody is told.
	 * @param from the first month, such as {@code 2026-04}
	 * @param to the last one; may be missing
	 * @param file an edited table, or {@code null} for the one in force
	 * @return the ids, in the order of the months
	 * @throws dev.escala.validation.InvalidInputException naming {@code from}, {@code to}
	 * or {@code file}
	 * @throws ConflictException where too many run
	 */
	@Transactional
	public List<Long> rehearse(String from, String to, ModelFile file, UserId by) {
		Fields fields = new Fields();
		YearMonth first = month(fields, "from", from);
		YearMonth last = (to == null || to.isBlank()) ? first : month(fields, "to", to);
		fields.done();
		if (last.isBefore(first)) {
			fields.refuse("to", "El último mes no puede ser anterior al primero.");
		}
		else if (ChronoUnit.MONTHS.between(first, last) >= MOST_MONTHS) {
			fields.refuse("to", "Se ensayan " + MOST_MONTHS + " meses a la vez como mucho.");
		}
		fields.done();
		if (file != null) {
			this.table.check(file);
		}
		if (this.reviews.runningRehearsals() > MOST_MONTHS) {
			throw new ConflictException("Hay demasiados ensayos en marcha. Espere a que termine alguno.");
		}
		List<Long> begun = new ArrayList<>();
		for (YearMonth one = first; !one.isAfter(last); one = one.plusMonths(1)) {
			begun
				.add(this.reviews.rehearse(one.atDay(1), this.table.version(), (file == null) ? null : file.shortName(),
						(file == null) ? null : file.content(), by, this.clock.instant()));
		}
		begun.forEach(this.flow::begin);
		return begun;
	}

	private YearMonth month(Fields fields, String field, String text) {
		try {
			YearMonth month = YearMonth.parse(Objects.requireNonNullElse(text, "").strip());
			if (month.isAfter(YearMonth.from(today()))) {
				fields.refuse(field, "Ese mes está por venir: se ensaya con lo que ya pasó.");
			}
			else if (month.getYear() < 1990) {
				fields.refuse(field, "Ese mes es anterior a 1990.");
			}
			return month;
		}
		catch (DateTimeParseException ex) {
			fields.refuse(field, "El mes se escribe como 2026-11.");
			return null;
		}
	}

	/**
	 * Refuses to begin a review by hand, and says what can be done instead.
	 * @throws dev.escala.validation.InvalidInputException naming the month, where it says
	 * nothing we know
	 */
	public ConflictException refusal(String month) {
		Fields fields = new Fields();
		YearMonth wanted = month(fields, "from", month);
		fields.done();
		return new ConflictException(this.reviews.ofMonth(wanted.atDay(1))
			.map((one) -> "Ese mes ya se revisó el " + Dates.figures(LocalDate.ofInstant(one.begunAt(), this.zone))
					+ ", y a cada cliente se le busca una vez. Puede repetirlo como ensayo, que no busca a nadie.")
			.orElse("La revisión de cada mes empieza sola el primer día laborable. Lo que pasó en otros se ensaya, y "
					+ "no se busca a nadie."));
	}

	/** A review; refuses an unknown one. */
	public Review get(long id) {
		return this.reviews.find(id)
			.orElseThrow(() -> new NotFoundException("No hay ninguna revisión con el número " + id + "."));
	}

	/** The latest months first. */
	public List<Review> months() {
		return this.reviews.latest(false, SHOWN);
	}

	/** The latest first. */
	public List<Review> rehearsals() {
		return this.reviews.latest(true, SHOWN);
	}

	/** How many customers gave each signal, in the order of the signals. */
	public List<SignalCount> signals(long id) {
		return this.reviews.signals(id);
	}

	/**
	 * A page of those who were flagged, with most signals first.
	 * @param page from 0
	 */
	public Page<ReviewedCustomer> flagged(Review review, int page) {
		return new Page<>(this.reviews.flagged(review.id(), (long) page * SIZE, SIZE), page, SIZE, review.flagged());
	}

	/** All of them, chunk by chunk. */
	public void eachFlagged(long id, Consumer<ReviewedCustomer> use) {
		long offset = 0;
		List<ReviewedCustomer> some = this.reviews.flagged(id, offset, 1000);
		while (!some.isEmpty()) {
			some.forEach(use);
			offset += some.size();
			some = this.reviews.flagged(id, offset, 1000);
		}
	}

	/** What became of those whom it flagged, and of the others, as far as we know. */
	public Hindsight hindsight(Review review) {
		return this.hindsight.of(review, this.hindsight.until(today()));
	}

	/** Removes what is kept no longer. */
	@Transactional
	public int forgetOld() {
		return this.reviews.removeBefore(today().minus(KEPT).atStartOfDay(this.zone).toInstant());
	}

	private LocalDate today() {
		return LocalDate.ofInstant(this.clock.instant(), this.zone);
	}

}
