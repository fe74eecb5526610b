package dev.escala.idea;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import dev.escala.matter.Matters;
import dev.escala.measure.Counted;
import dev.escala.measure.Gauge;
import dev.escala.measure.Gauges;
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

/** Begins ideas and finds them (004-36). Each step is one transaction. */
@Service
@Transactional
public class Ideas {

	/** As long is what is tried at most. */
	public static final int LONGEST_WHAT = 300;

	/** As long is what we believe of it at most. */
	public static final int LONGEST_HYPOTHESIS = 1000;

	/** As many months before are compared at most. */
	public static final int MOST_BEFORE = 12;

	/** By what a list may be sorted. */
	public static final List<String> SORTABLE = IdeaRepository.SORT.names();

	static final int LONGEST_TRIAL = 24;

	private static final int USUAL_BEFORE = 3;

	private final IdeaRepository repository;

	private final Gauges gauges;

	private final Matters matters;

	private final PersonSearch search;

	private final Timeline timeline;

	private final IdeaFlow flow;

	private final Clock clock;

	private final ZoneId zone;

	Ideas(IdeaRepository repository, Gauges gauges, Matters matters, PersonSearch search, Timeline timeline,
			IdeaFlow flow, Clock clock, @Value("${escala.zone}") ZoneId zone) {
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
	 * Begins one: what Escala counts of the months before is kept at once, and on its day
	 * whoever answers for it has the task to decide.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public CaseNumber begin(SaidIdea said, UserId by) {
		Fields fields = new Fields();
		String what = fields.requiredLine("what", "qué se prueba", said.what(), LONGEST_WHAT);
		String hypothesis = fields.required("hypothesis", "qué creemos que pasará", said.hypothesis(),
				LONGEST_HYPOTHESIS);
		Gauge gauge = this.gauges.read(fields, said.gauge());
		UserId owner = Optional.ofNullable(UserId.nullable(said.owner())).orElse(by);
		this.search.require(fields, "owner", owner);
		LocalDate today = today();
		LocalDate beganOn = beganOn(fields, said.beganOn(), today);
		LocalDate decideOn = TypedDay.read(fields, "decideOn", said.decideOn());
		if (decideOn != null && beganOn != null) {
			refuseDay(fields, "decideOn", beganOn, decideOn, today);
		}
		int monthsBefore = monthsBefore(fields, said.monthsBefore());
		fields.done();
		Instant now = this.clock.instant().truncatedTo(ChronoUnit.MICROS);
		CaseNumber number = this.repository.nextNumber(now);
		Idea.Trial trial = new Idea.Trial(beganOn, decideOn, monthsBefore, 0);
		this.matters.register(number, Idea.MATTER_KIND);
		Counted before = (gauge.isEntered() || beganOn.isAfter(today)) ? null
				: this.gauges.all(number, gauge, trial.before());
		this.repository
			.insert(new Idea(number, what, hypothesis, gauge, owner, trial, IdeaState.TRYING, before, null, by, now));
		this.timeline.add(number, by,
				"Escribió la idea «" + what + "»: se mide por «" + gauge.name() + "» y se decide el "
						+ Dates.figures(decideOn) + "."
						+ ((before == null) ? "" : " Antes: " + gauge.told(before) + "."));
		this.flow.start(number);
		return number;
	}

	private static LocalDate beganOn(Fields fields, String typed, LocalDate today) {
		if (typed == null || typed.isBlank()) {
			return today;
		}
		LocalDate day = TypedDay.read(fields, "beganOn", typed);
		if (day != null
				&& (day.isBefore(today.minusMonths(LONGEST_TRIAL)) || day.isAfter(today.plusMonths(LONGEST_TRIAL)))) {
			fields.refuse("beganOn", "Se prueba desde un día de los " + LONGEST_TRIAL
					+ " meses anteriores o siguientes, y el " + Dates.figures(day) + " queda fuera.");
		}
		return day;
	}

	/** A day on which nothing could be compared decides nothing. */
	static void refuseDay(Fields fields, String field, LocalDate beganOn, LocalDate decideOn, LocalDate today) {
		if (!decideOn.isAfter(today)) {
			fields.refuse(field, "Se decide después de hoy, y el " + Dates.figures(decideOn) + " no lo es.");
		}
		else if (new Idea.Trial(beganOn, decideOn, 1, 0).after().isEmpty()) {
			fields.refuse(field, "Entre el comienzo y la decisión tiene que caber al menos un mes entero: elija el "
					+ IdeaFigures.first(beganOn) + " o después.");
		}
		else if (decideOn.isAfter(today.plusMonths(LONGEST_TRIAL))) {
			fields.refuse(field, "Una idea se decide en " + LONGEST_TRIAL + " meses como mucho.");
		}
	}

	private static int monthsBefore(Fields fields, String typed) {
		String text = (typed == null) ? "" : typed.strip();
		if (text.isEmpty()) {
			return USUAL_BEFORE;
		}
		if (text.matches("\\d{1,2}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_BEFORE) {
			return Integer.parseInt(text);
		}
		fields.refuse("monthsBefore", "Diga cuántos meses enteros de antes se comparan, de 1 a " + MOST_BEFORE + ".");
		return USUAL_BEFORE;
	}

	/** Somebody enters the figure of a month, also of one before the idea. */
	public void enter(CaseNumber number, String month, String value, UserId by) {
		Idea idea = this.repository.lock(number).orElseThrow(() -> unknown(number));
		if (!idea.isOpen()) {
			throw new ConflictException(number + " ya se decidió con las cifras que había: no se anotan más.");
		}
		this.gauges.enter(number, idea.gauge(), month, value, by);
	}

	/** The idea; refuses an unknown number. */
	@Transactional(readOnly = true)
	public Idea get(CaseNumber number) {
		return find(number).orElseThrow(() -> unknown(number));
	}

	@Transactional(readOnly = true)
	public Optional<Idea> find(CaseNumber number) {
		return this.repository.find(number);
	}

	/**
	 * A page of ideas.
	 * @param text words that each must have, or {@code null}
	 * @param state only those that got so far, or {@code null}
	 */
	@Transactional(readOnly = true)
	public Page<Idea> search(String text, IdeaState state, PageRequest part) {
		return this.repository.page((text == null || text.isBlank()) ? null : text, state, part);
	}

	static NotFoundException unknown(CaseNumber number) {
		return new NotFoundException("No hay ninguna idea con el número " + number + ".");
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(this.zone));
	}

}
