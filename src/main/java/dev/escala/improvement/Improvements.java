package dev.escala.improvement;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.escala.corrective.ActionEnded;
import dev.escala.corrective.ActionState;
import dev.escala.corrective.CorrectiveActions;
import dev.escala.corrective.PlannedAction;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonNames;
import dev.escala.staffing.PersonSearch;
import dev.escala.text.Dates;
import dev.escala.text.Shortening;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;
import dev.escala.validation.TypedDay;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Begins improvements, ends them with their action, and begins them again where they
 * repeat. Each step is one transaction.
 */
@Service
@Transactional
public class Improvements {

	/** As long is what is done at most, as its action. */
	public static final int LONGEST_WHAT = 500;

	/** As long is what it is for at most. */
	public static final int LONGEST_WHY = 1000;

	/** As many months later it comes again at most. */
	public static final int MOST_MONTHS = 24;

	private static final int LONGEST_SUBJECT = 120;

	private static final int SAMPLE = 5;

	private static final Period SAMPLED = Period.ofDays(30);

	private final ImprovementRepository repository;

	private final CorrectiveActions actions;

	private final Matters matters;

	private final PersonSearch search;

	private final PersonNames names;

	private final Timeline timeline;

	private final Clock clock;

	private final ZoneId zone;

	Improvements(ImprovementRepository repository, CorrectiveActions actions, Matters matters, PersonSearch search,
			PersonNames names, Timeline timeline, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.actions = actions;
		this.matters = matters;
		this.search = search;
		this.names = names;
		this.timeline = timeline;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Begins one: whoever answers for it has the task at once, and a mail.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public CaseNumber begin(SaidImprovement said, UserId by) {
		Optional<Matter> source = Optional.ofNullable(said.source()).map(this.matters::get);
		Fields fields = new Fields();
		ImprovementKind kind = fields.oneOf("kind", "qué se mejora", said.kind(), ImprovementKind.class, null);
		String what = fields.required("what", "qué se hace", said.what(), LONGEST_WHAT);
		String why = fields.optional("why", "para qué", said.why(), LONGEST_WHY);
		UserId owner = Optional.ofNullable(UserId.nullable(said.owner())).orElse(by);
		this.search.require(fields, "owner", owner);
		LocalDate dueOn = TypedDay.read(fields, "dueOn", said.dueOn());
		if (dueOn != null && dueOn.isBefore(today())) {
			fields.refuse("dueOn", "La fecha " + Dates.figures(dueOn) + " ya ha pasado.");
		}
		Integer months = months(fields, said.repeatMonths());
		fields.done();
		return begin(new Improvement(number(), kind, Shortening.firstLine(what, LONGEST_SUBJECT), what, why,
				source.map(Matter::severity).orElse(Severity.MODERATE), months, said.source(), null, List.of(),
				new Improvement.Action(ActionState.OPEN, owner, dueOn), by, now(), null));
	}

	private static Integer months(Fields fields, String typed) {
		String text = (typed == null) ? "" : typed.strip();
		if (text.isEmpty()) {
			return null;
		}
		if (text.matches("\\d{1,2}") && Integer.parseInt(text) >= 1 && Integer.parseInt(text) <= MOST_MONTHS) {
			return Integer.valueOf(text);
		}
		fields.refuse("repeatMonths",
				"Escriba cada cuántos meses se repite, de 1 a " + MOST_MONTHS + ", o déjelo vacío si no se repite.");
		return null;
	}

	private CaseNumber begin(Improvement one) {
		List<CaseNumber> sample = (one.kind() == ImprovementKind.QUALITY_CHECK)
				? this.repository.draw(one.number(), now().minus(SAMPLED), SAMPLE) : List.of();
		this.matters.register(one.number(), Improvement.MATTER_KIND);
		this.repository.insert(new Improvement(one.number(), one.kind(), one.subject(), one.what(), one.why(),
				one.severity(), one.repeatMonths(), one.source(), one.follows(), sample, one.action(),
				one.registeredBy(), one.registeredAt(), null));
		this.timeline.add(one.number(), one.registeredBy(),
				one.kind().label() + ": «" + one.what() + "», de " + this.names.name(one.action().owner())
						+ ", hasta el " + Dates.figures(one.action().dueOn()) + "." + sampled(one.kind(), sample));
		if (one.source() != null && one.follows() == null) {
			this.timeline.add(one.source(), one.registeredBy(),
					"Propuso la mejora " + one.number() + ": «" + one.what() + "».");
		}
		this.actions.begin(one.number(),
				List.of(new PlannedAction(one.what(), one.action().owner(), one.action().dueOn(), false)));
		return one.number();
	}

	private static String sampled(ImprovementKind kind, List<CaseNumber> sample) {
		if (kind != ImprovementKind.QUALITY_CHECK) {
			return "";
		}
		return sample.isEmpty() ? " En los últimos 30 días no terminó ningún caso del que sacar una muestra."
				: " Muestra al azar de lo terminado en los últimos 30 días: "
						+ sample.stream().map(CaseNumber::value).collect(Collectors.joining(", ")) + ".";
	}

	/** Its action came to an end: so did the improvement, which may come again. */
	@EventListener
	public void ended(ActionEnded event) {
		if (!event.number().value().startsWith(Improvement.PREFIX)) {
			return;
		}
		Improvement one = this.repository.lock(event.number()).orElseThrow();
		this.repository.end(one.number(), now());
		this.matters.end(one.number(), "La mejora terminó.");
		if (event.state() == ActionState.EFFECTIVE && one.repeatMonths() != null) {
			repeat(one);
		}
	}

	/** From its day on, or from today where that would have passed already. */
	private void repeat(Improvement one) {
		LocalDate next = one.action().dueOn().plusMonths(one.repeatMonths());
		LocalDate dueOn = next.isAfter(today()) ? next : today().plusMonths(one.repeatMonths());
		CaseNumber number = begin(new Improvement(number(), one.kind(), one.subject(), one.what(), one.why(),
				one.severity(), one.repeatMonths(), one.source(), one.number(), List.of(),
				new Improvement.Action(ActionState.OPEN, one.action().owner(), dueOn), one.registeredBy(), now(),
				null));
		this.timeline.add(one.number(), UserId.SYSTEM,
				"Se repite en " + number + ", hasta el " + Dates.figures(dueOn) + ".");
	}

	@Transactional(readOnly = true)
	public Optional<Improvement> find(CaseNumber number) {
		return this.repository.find(number);
	}

	/** The improvement; refuses an unknown number. */
	@Transactional(readOnly = true)
	public Improvement get(CaseNumber number) {
		return find(number)
			.orElseThrow(() -> new NotFoundException("No hay ninguna mejora con el número " + number + "."));
	}

	/** Those that were found in a matter, the newest first. */
	@Transactional(readOnly = true)
	public List<Improvement> foundIn(CaseNumber source) {
		return this.repository.foundIn(source);
	}

	/** The one that repeats another. */
	@Transactional(readOnly = true)
	public Optional<Improvement> after(CaseNumber number) {
		return this.repository.after(number);
	}

	/** The open ones, the next due first; at most 200. */
	@Transactional(readOnly = true)
	public List<Improvement> open() {
		return this.repository.open();
	}

	/** Those that are over, the latest first; at most 200. */
	@Transactional(readOnly = true)
	public List<Improvement> ended() {
		return this.repository.ended();
	}

	private CaseNumber number() {
		return this.repository.nextNumber(now());
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	private LocalDate today() {
		return LocalDate.now(this.clock.withZone(this.zone));
	}

}
