package dev.escala.panel;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.customer.Customers;
import dev.escala.panel.StandingNow.Age;
import dev.escala.panel.StandingNow.Load;
import dev.escala.panel.StandingNow.Loads;
import dev.escala.panel.StandingRepository.Held;
import dev.escala.panel.StandingRepository.Standing;
import dev.escala.promise.KeptRates;
import dev.escala.promise.KeptRates.KeptRate;
import dev.escala.reference.UserId;
import dev.escala.staffing.Absences;
import dev.escala.staffing.StoredAbsence;
import dev.escala.text.DateTexts;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The figures for whoever leads: what needs somebody now, how old the open work is and
 * how the weeks went (001-01, 001-34 to 001-36, 003-15, 004-43). A fixed number of
 * statements answers, however many cases there are.
 */
@Service
@Transactional(readOnly = true)
public class Panel {

	private final StandingRepository standing;

	private final CourseRepository course;

	private final KeptRepository kept;

	private final TroubleRepository trouble;

	private final KeptRates promises;

	private final Staff staff;

	private final Absences absences;

	private final DateTexts dates;

	private final Clock clock;

	private final ZoneId zone;

	private final Customers customers;

	Panel(StandingRepository standing, CourseRepository course, KeptRepository kept, TroubleRepository trouble,
			KeptRates promises, Staff staff, Absences absences, Customers customers, DateTexts dates, Clock clock,
			@Value("${escala.zone}") ZoneId zone) {
		this.customers = customers;
		this.standing = standing;
		this.course = course;
		this.kept = kept;
		this.trouble = trouble;
		this.promises = promises;
		this.staff = staff;
		this.absences = absences;
		this.dates = dates;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Reads the scope as an address names it, see {@link PanelScope#read}.
	 * @throws InvalidInputException naming what is wrong, also a customer or a team that
	 * there is not: its figures would all be nothing
	 */
	public PanelScope scope(Map<String, String> parameters) {
		PanelScope scope = PanelScope.read(parameters);
		Fields fields = new Fields();
		if (scope.customer() != null && this.customers.findByCode(scope.customer()).isEmpty()) {
			fields.refuse("customer", "No hay ningún cliente con el código «" + scope.customer() + "».");
		}
		if (scope.team() != null && this.staff.groups().stream().noneMatch((one) -> one.id().equals(scope.team()))
				&& !this.standing.knowsTeam(scope.team())) {
			fields.refuse("team", "No hay ningún equipo «" + scope.team() + "».");
		}
		fields.done();
		return scope;
	}

	/** All figures of the cases in the scope, as they are at this moment. */
	public Figures read(PanelScope scope) {
		Instant now = this.clock.instant();
		LocalDate today = LocalDate.ofInstant(now, this.zone);
		Instant midnight = today.plusDays(1).atStartOfDay(this.zone).toInstant();
		LocalDate first = PanelScope.firstDay(today, scope.weeks());
		LocalDate end = first.plusWeeks(scope.weeks());
		Instant begin = first.atStartOfDay(this.zone).toInstant();
		Standing standing = this.standing.standing(scope, now, midnight);
		return new Figures(now, first, standing.now(), loads(standing.held()),
				this.standing.ages(scope, today, this.zone), this.course.weeks(scope, first, end, this.zone),
				this.course.passed(scope, first, end, this.zone),
				this.kept.count(scope, begin.minus(Kept.LAST_DAY), now), this.trouble.count(today), promises(first));
	}

	private Promises promises(LocalDate first) {
		return new Promises(rates("team", first), rates("person", first), rates("customer", first));
	}

	private List<KeptRate> rates(String by, LocalDate first) {
		return this.promises.report(by, first.toString(), null).rates();
	}

	private Loads loads(List<Held> all) {
		Map<Boolean, List<Held>> held = all.stream().collect(Collectors.partitioningBy(Held::team));
		Map<String, String> teams = this.staff.groups()
			.stream()
			.collect(Collectors.toMap(Staff.Team::id, Staff.Team::name));
		Map<UserId, Staff.Person> people = this.staff.everybody()
			.stream()
			.collect(Collectors.toMap(Staff.Person::id, Function.identity()));
		Map<UserId, StoredAbsence> away = this.absences.running();
		return new Loads(
				held.get(true)
					.stream()
					.map((one) -> load(one,
							(one.id() == null) ? "Todavía sin equipo" : teams.getOrDefault(one.id(), one.id()), null))
					.toList(),
				held.get(false)
					.stream()
					.map((one) -> (one.id() == null) ? load(one, "Sin responsable", null)
							: ofPerson(one, new UserId(one.id()), people, away))
					.toList());
	}

	private Load ofPerson(Held one, UserId id, Map<UserId, Staff.Person> people, Map<UserId, StoredAbsence> away) {
		if (!people.containsKey(id)) {
			return load(one, id.value(), "Ya no está en el directorio");
		}
		return load(one, people.get(id).name(), away.containsKey(id) ? note(away.get(id), people) : null);
	}

	private String note(StoredAbsence away, Map<UserId, Staff.Person> people) {
		String until = "Ausente hasta el " + this.dates.brief(away.until());
		return (away.deputyId() == null || !people.containsKey(away.deputyId())) ? until + ", sin suplente"
				: until + "; suplente: " + people.get(away.deputyId()).name();
	}

	private static Load load(Held one, String name, String note) {
		return new Load(one.id(), name, one.open(), one.late(), one.dueToday(), note);
	}

	/**
	 * What the panel shows.
	 *
	 * @param at when it was read
	 * @param since the first day of the weeks, in the business zone
	 */
	public record Figures(Instant at, LocalDate since, StandingNow now, Loads loads, List<Age> ages, List<Week> weeks,
			List<Passed> passed, Kept kept, Trouble trouble, Promises promises) {

		public Figures {
			ages = List.copyOf(ages);
			weeks = List.copyOf(weeks);
			passed = List.copyOf(passed);
		}

	}

	/** Promises kept and broken since the first day, the worst first (003-15). */
	public record Promises(List<KeptRate> teams, List<KeptRate> people, List<KeptRate> customers) {

		public Promises {
			teams = List.copyOf(teams);
			people = List.copyOf(people);
			customers = List.copyOf(customers);
		}

	}

}
