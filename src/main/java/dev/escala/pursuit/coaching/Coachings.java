package dev.escala.pursuit.coaching;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.clock.count.Countdown;
import dev.escala.pursuit.figure.SaleFigures;
import dev.escala.pursuit.figure.SalePeriod;
import dev.escala.reference.UserId;
import dev.escala.routing.Decisions;
import dev.escala.staffing.Availability;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.NotFoundException;
import dev.escala.validation.TypedDay;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What becomes of a practice (004-68). Only who practises and who does it with them read
 * what they said.
 */
@Service
@Transactional
public class Coachings {

	private static final int LONGEST = 1000;

	private static final int LATEST_MONTHS = 6;

	private static final int MOST = 100;

	private final CoachingRepository repository;

	private final SaleFigures figures;

	private final Decisions decisions;

	private final Availability availability;

	private final Calendars calendars;

	private final Staff staff;

	private final Clock clock;

	Coachings(CoachingRepository repository, SaleFigures figures, Decisions decisions, Availability availability,
			Calendars calendars, Staff staff, Clock clock) {
		this.repository = repository;
		this.figures = figures;
		this.decisions = decisions;
		this.availability = availability;
		this.calendars = calendars;
		this.staff = staff;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public Coaching get(long id) {
		return this.repository.find(id).orElseThrow(() -> new NotFoundException("Esa práctica ya no existe."));
	}

	/** Those that somebody may read: their own, and those that they lead. */
	@Transactional(readOnly = true)
	public List<Coaching> of(UserId user) {
		return this.repository.of(user, MOST);
	}

	/** Who practises with them: whoever leads them, if anybody does. */
	@Transactional(readOnly = true)
	public Optional<UserId> leader(long id) {
		Coaching coaching = get(id);
		return Optional.ofNullable(coaching.leader()).or(() -> this.availability.managerOf(coaching.person()));
	}

	/** By when they practise. */
	@Transactional(readOnly = true)
	public Instant practiseBy(long id) {
		Coaching coaching = get(id);
		return Countdown.end(calendar(), coaching.openedAt().truncatedTo(ChronoUnit.MILLIS),
				CoachingRule.within(this.decisions.decide(null, "coachingMargin", Map.of("ratio", coaching.ratio()))));
	}

	/** When they look again: as soon as the team works on that day, or after it. */
	@Transactional(readOnly = true)
	public Instant secondLook(long id) {
		LocalDate day = get(id).said().secondLook();
		WorkingCalendar calendar = calendar();
		return day.datesUntil(day.plusMonths(2))
			.flatMap((one) -> calendar.openOn(one).stream())
			.map((span) -> span.from())
			.findFirst()
			.orElseGet(() -> day.atStartOfDay(calendar.zone()).toInstant());
	}

	private WorkingCalendar calendar() {
		return this.calendars.effective(Role.SALES.groupId(), null);
	}

	/** Whether it is the person's own, which they cannot lead. */
	@Transactional(readOnly = true)
	public boolean isOf(long id, UserId user) {
		return get(id).person().equals(user);
	}

	/**
	 * Somebody practises with them from now on.
	 * @throws ForbiddenException where it is they themselves
	 */
	public void lead(long id, UserId leader) {
		if (isOf(id, leader)) {
			throw new ForbiddenException("Esta práctica es con usted: tiene que llevarla otra persona.");
		}
		this.repository.lead(id, leader);
	}

	/** Who practises what and why, as Spanish text. */
	@Transactional(readOnly = true)
	public String story(long id) {
		Coaching coaching = get(id);
		return "**" + this.staff.nameOf(coaching.person()) + "** · " + coaching.told() + "\n\n**Por qué.** "
				+ coaching.reason() + ".\n\n**De qué se cuenta.** " + coaching.ratio().text()
				+ "\n\nLo que anote lo lee también esa persona, en «Práctica» (/ventas/practica); nadie más del equipo. No es una falta.";
	}

	/** What they agreed, and how the ratio is today, as Spanish text. */
	@Transactional(readOnly = true)
	public String secondStory(long id) {
		Coaching coaching = get(id);
		SalePeriod quarter = this.figures.quarter(0);
		Counted today = Counted.of(quarter.code(),
				coaching.ratio().of(this.figures.people(quarter).get(coaching.person().value())));
		return story(id) + "\n\n**Practicaron.** " + coaching.said().practised() + "\n\n**Acordaron.** "
				+ coaching.said().agreed() + "\n\n**Hoy.** " + coaching.ratio().label() + ": " + today.told() + ".";
	}

	/**
	 * They practised.
	 * @param typed the day of the second look as people type it: one to come, within six
	 * months
	 */
	public void practised(long id, String practised, String agreed, String typed) {
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), calendar().zone());
		Fields fields = new Fields();
		String what = fields.required("practised", "qué han practicado", practised, LONGEST);
		String then = fields.required("practiceAgreed", "qué han acordado", agreed, LONGEST);
		LocalDate day = TypedDay.read(fields, "secondLookOn", typed);
		if (day != null && (!day.isAfter(today) || day.isAfter(today.plusMonths(LATEST_MONTHS)))) {
			fields.refuse("secondLookOn",
					"El día en que lo vuelven a mirar tiene que estar por venir, y no más allá de " + LATEST_MONTHS
							+ " meses.");
		}
		fields.done();
		require(this.repository.practised(id, what, then, day));
	}

	/** They do not practise. */
	public void declined(long id, String reason) {
		require(this.repository.declined(id, required("declinedReason", "por qué no se practica", reason),
				this.clock.instant()));
	}

	/** They looked again. */
	public void lookedAgain(long id, String note) {
		require(this.repository.lookedAt(id, required("lookNote", "cómo va", note), this.clock.instant()));
	}

	private static String required(String field, String what, String text) {
		Fields fields = new Fields();
		String said = fields.required(field, what, text, LONGEST);
		fields.done();
		return said;
	}

	private static void require(boolean done) {
		if (!done) {
			throw new ConflictException("Esta práctica ya no está como la vio: abra otra vez la tarea.");
		}
	}

}
