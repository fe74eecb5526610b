package dev.escala.escalation;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.calendar.CalendarAdministration;
import dev.escala.calendar.CalendarAssignments;
import dev.escala.calendar.OwnDay;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.WeekHours;
import dev.escala.clock.MatterClocks;
import dev.escala.clock.PauseMatter;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.recalculation.RecalculationWorker;
import dev.escala.contact.CustomerContacts;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.escalation.StoryBook.Story;
import dev.escala.escalation.course.ReassessCase;
import dev.escala.escalation.course.ReopenCase;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;

import org.springframework.stereotype.Component;

/** Does what the people of a story do, each phrase of the story book one use case. */
@Component
class StoryPeople {

	private static final Map<String, Tier> TIERS = Map.of("Oro", Tier.GOLD, "Plata", Tier.SILVER, "Estándar",
			Tier.STANDARD);

	private static final Map<String, String> REASONS = Map.of("al cliente", "CUSTOMER", "al proveedor", "SUPPLIER",
			"pruebas", "EVIDENCE");

	/** Impact and urgency that make a severity of a tier. */
	private static final Map<String, List<String>> HARM = Map.of("crítica", List.of("HIGH", "HIGH"), "alta",
			List.of("MEDIUM", "HIGH"), "moderada Oro", List.of("LOW", "LOW"), "moderada Plata",
			List.of("MEDIUM", "LOW"), "moderada Estándar", List.of("MEDIUM", "MEDIUM"), "baja Estándar",
			List.of("LOW", "LOW"));

	private final CaseDriver people;

	private final StoryTime time;

	private final Customers customers;

	private final CalendarAdministration calendars;

	private final CalendarAssignments assignments;

	private final RecalculationWorker recalculations;

	private final PauseMatter pauses;

	private final CustomerContacts contacts;

	private final ReassessCase reassessment;

	private final ReopenCase reopening;

	private final MatterClocks clocks;

	private final Map<Pattern, Consumer<MatchResult>> phrases = new HashMap<>();

	private Story story;

	private String code;

	private String tier;

	private CaseNumber number;

	StoryPeople(ProcessEngine engine, StoryTime time, Customers customers, CalendarAdministration calendars,
			CalendarAssignments assignments, RecalculationWorker recalculations, PauseMatter pauses,
			CustomerContacts contacts, ReassessCase reassessment, ReopenCase reopening, MatterClocks clocks) {
		this.people = new CaseDriver(engine);
		this.time = time;
		this.customers = customers;
		this.calendars = calendars;
		this.assignments = assignments;
		this.recalculations = recalculations;
		this.pauses = pauses;
		this.contacts = contacts;
		this.reassessment = reassessment;
		this.reopening = reopening;
		this.clocks = clocks;
		phrase("reportan un caso de gravedad (\\p{L}+) de un cliente (\\p{L}+)", this::report);
		phrase("se hacen cargo",
				(said) -> this.people.complete(this.number, "tecnologia", "userTask_takeOver", Forms.takeOver()));
		phrase("preparan el plan y lo comunican", (said) -> plan());
		phrase("atienden el plazo vencido", (said) -> this.people.complete(this.number, "gerente",
				"userTask_attendBreach", Map.of("breachNote", "Se llama al turno de tarde.")));
		phrase("ponen el caso en pausa: espera (.+)", (said) -> this.pauses.pause(this.number, new UserId("tecnologia"),
				REASONS.get(said.group(1)), "Los registros."));
		phrase("reanudan el caso", (said) -> this.pauses.resume(this.number, new UserId("tecnologia")));
		phrase("anotan que el cliente ha contestado",
				(said) -> this.contacts.add(this.number, new UserId("agente"), "Aquí están los registros."));
		phrase("valoran el caso de nuevo: gravedad (\\p{L}+)", (said) -> {
			List<String> harm = harm(said.group(1));
			this.reassessment.reassess(this.number, new UserId("tecnologia"), harm.get(0), harm.get(1), "Se sabe más.");
		});
		phrase("fijan «(.+)» para el (.+)", (said) -> this.clocks.setDue(this.number, clock(said.group(1)),
				StoryBook.moment(said.group(2), zone()), new UserId("supervisor")));
		phrase("declaran festivo el (.+)", this::holiday);
		phrase("pasan el cliente a (\\p{L}+)", (said) -> {
			this.tier = said.group(1);
			this.customers.replace(customer());
			this.recalculations.run();
		});
		phrase("lo resuelven y lo cierran", (said) -> resolveAndClose());
		phrase("lo reabren", (said) -> this.reopening.reopen(this.number, new UserId("agente"), "Vuelve a ocurrir."));
		phrase("no hacen nada más", (said) -> {
		});
	}

	/** A customer of this story's own, served by the calendar of the story. */
	void begin(Story story, String code) {
		this.people.staff();
		this.story = story;
		this.code = code;
		this.tier = "Estándar";
		this.customers.create(customer());
		this.calendars.create(calendar(List.of()));
		this.assignments.assignCustomer(code.toLowerCase(Locale.ROOT), code);
	}

	/** The case of the story. */
	CaseNumber number() {
		return this.number;
	}

	/** Does what the phrase says; fails where no phrase of the book says it. */
	void act(String what) {
		for (Map.Entry<Pattern, Consumer<MatchResult>> phrase : this.phrases.entrySet()) {
			Matcher said = phrase.getKey().matcher(what);
			if (said.matches()) {
				phrase.getValue().accept(said);
				return;
			}
		}
		throw new AssertionError("Nobody knows how to: " + what);
	}

	static ServiceClock clock(String label) {
		return List.of(ServiceClock.values())
			.stream()
			.filter((clock) -> clock.label().equals(label))
			.findFirst()
			.orElseThrow(() -> new AssertionError("There is no clock " + label));
	}

	private void phrase(String pattern, Consumer<MatchResult> act) {
		this.phrases.put(Pattern.compile(pattern), act);
	}

	private void report(MatchResult said) {
		this.tier = said.group(2);
		this.customers.replace(customer());
		List<String> harm = harm(said.group(1));
		this.number = this.people.report("agente",
				Forms.with(Forms.report(this.code), "impact", harm.get(0), "urgency", harm.get(1)));
	}

	private void holiday(MatchResult said) {
		Instant day = StoryBook.moment(said.group(1) + " 0:00", zone());
		OwnDay closed = new OwnDay(day.atZone(zone()).toLocalDate().toString(), "Fiesta local", List.of());
		String calendar = this.code.toLowerCase(Locale.ROOT);
		this.calendars.replace(calendar(List.of(closed)), this.calendars.find(calendar).orElseThrow().version());
		this.recalculations.run();
	}

	private void plan() {
		this.people.complete(this.number, "tecnologia", "userTask_preparePlan", Forms.plan());
		// The plan of a critical case is read by somebody else first.
		if (this.people.tasks(this.number).contains("userTask_readMessage")) {
			this.people.complete(this.number, "arquitecto", "userTask_readMessage",
					Map.of("messageReading", "approved"));
		}
		this.time.settle(this.number);
	}

	private void resolveAndClose() {
		this.people.complete(this.number, "tecnologia", "userTask_executePlan", Forms.progress("done"));
		this.people.complete(this.number, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		this.people.complete(this.number, "arquitecto", "userTask_verifyResolution", Forms.verified("verified"));
		this.time.settle(this.number);
		this.people.complete(this.number, "ejecutivo", "userTask_confirmWithCustomer", Forms.usable("yes"));
		this.people.complete(this.number, "tecnologia", "userTask_checkClosing", Forms.closing());
		this.time.settle(this.number);
	}

	private SaveCustomer customer() {
		return new SaveCustomer(this.code, "Cliente de la historia " + this.code, TIERS.get(this.tier), "es",
				List.of(new Customer.Contact("Compras", "compras@historias.example", null, true)), List.of());
	}

	private SaveCalendar calendar(List<OwnDay> days) {
		List<String> open = List.of(this.story.hours());
		String[] holidays = (this.story.holidays() == null) ? new String[] { null, null }
				: (this.story.holidays() + "/").split("/", 2);
		String region = (holidays[1] == null || holidays[1].isEmpty()) ? null : holidays[1].replaceAll("/$", "");
		return new SaveCalendar(this.code.toLowerCase(Locale.ROOT), "Horario " + this.code, zone().getId(),
				new WeekHours(open, open, open, open, open, List.of(), List.of()), holidays[0], region, days);
	}

	private List<String> harm(String severity) {
		List<String> harm = HARM.getOrDefault(severity, HARM.get(severity + " " + this.tier));
		if (harm == null) {
			throw new AssertionError("No impact and urgency make " + severity + " of " + this.tier);
		}
		return harm;
	}

	private ZoneId zone() {
		return this.story.zone();
	}

}
