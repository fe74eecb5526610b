package dev.escala.secondmatter;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.calendar.CalendarAdministration;
import dev.escala.calendar.CalendarAssignments;
import dev.escala.calendar.SaveCalendar;
import dev.escala.calendar.WeekHours;
import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.recalculation.RecalculationWorker;
import dev.escala.letter.CustomerLetter;
import dev.escala.matter.Severity;
import dev.escala.promise.Promise;
import dev.escala.promise.PromiseStatus;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.rootcause.RcaStatus;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.support.ModelCoverage;
import dev.escala.support.StaffClient;
import dev.escala.timeline.TimelineEntry;
import jakarta.mail.MessagingException;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@DirtiesContext
@DisplayName("A second kind of matter gets every room by plugging itself in")
class SecondMatterTests extends SecondMatterStory {

	private static final String ATTEND = "userTask_attendBreach";

	private static final String REPLY = "userTask_replyToContact";

	@Autowired
	private CalendarAdministration calendars;

	@Autowired
	private CalendarAssignments assignments;

	@Autowired
	private RecalculationWorker recalculations;

	@BeforeAll
	static void itsOwnModel(@Autowired ProcessEngine engine, @Autowired ModelCoverage coverage) {
		engine.getRepositoryService()
			.createDeployment()
			.name("second matter")
			.addClasspathResource("secondmatter/breakdown.bpmn")
			.addClasspathResource("secondmatter/repair.form")
			.deploy();
		coverage.begin("second-matter");
	}

	@AfterAll
	static void theRoomsModelForRepliesIsPassedWhole(@Autowired ProcessEngine engine,
			@Autowired ModelCoverage coverage) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "breakdown", "contactReply")).isEmpty();
	}

	@Test
	@DisplayName("A breakdown has clocks, a pause and levels; letters, mail and a page; a card; a broken promise; an analysis")
	void everyRoom() throws Exception {
		CaseNumber number = this.breakdowns.report("agente", this.customer, "La puerta del faro no abre");
		assertThat(number.value()).matches("AVE-2026-\\d{6}");
		assertThat(nodes()).as("its own process is tiny").isEqualTo(5);
		assertThat(this.serviceLevels.deadlines(number)).extracting(Deadline::clock)
			.containsExactlyInAnyOrder(ServiceClock.UPDATE, ServiceClock.RESOLUTION);

		ownedThenPaused(number);
		writtenToAndAnsweredLate(number);
		String page = onTheCustomersPage(number);
		promisedAndBroken(number, page);
		repairedWithSecondReader(number);
		closed(number, page);
		analysed(number);
	}

	/** Clock and pause; the owner comes with the first claim. */
	private void ownedThenPaused(CaseNumber number) {
		this.people.as(OWNER, () -> {
			this.engine.getTaskService().claim(this.people.task(number, RepairTask.KEY).getId(), OWNER);
			return null;
		});
		assertThat(this.matters.get(number).ownerId()).isEqualTo(new UserId(OWNER));
		Deadline solved = clock(number, ServiceClock.RESOLUTION);
		assertThat(this.people.task(number, RepairTask.KEY).getDueDate()).isEqualTo(solved.dueAt());

		this.pauses.pause(number, new UserId(OWNER), "CUSTOMER", "Una foto de la cerradura");
		CaseDriver.travel(Duration.ofDays(7));

		assertThat(clock(number, ServiceClock.RESOLUTION).isPaused()).isTrue();
		assertThatThrownBy(() -> this.people.run(number, ServiceClock.RESOLUTION)).hasMessageContaining("stands still");
		assertThat(this.clocks.repair(number)).as("what the house's own audit finds wrong").isEmpty();
	}

	/** Mail, reply clock, level. */
	private void writtenToAndAnsweredLate(CaseNumber number) throws MessagingException {
		Instant before = clock(number, ServiceClock.RESOLUTION).dueAt();
		try (CustomersMail mail = new CustomersMail()) {
			mail.send(EVA, "Sobre " + number, "Aquí está la foto.");
			mail.send("nadie@malo.example", "Sobre " + number, "Soy yo.");
			mail.fetch(this.jdbc, this.clock, this.inbound);
		}
		assertThat(this.jdbc.sql("SELECT status FROM inbound_mail ORDER BY id").query(String.class).list())
			.containsExactly("CONTACT", "WAITING");
		assertThat(clock(number, ServiceClock.RESOLUTION)).as("it waited for the customer, who wrote")
			.satisfies((running) -> assertThat(running.isPaused()).isFalse())
			.satisfies((running) -> assertThat(running.dueAt()).isAfter(before));
		assertThat(this.people.task(number, REPLY).getAssignee()).isEqualTo(OWNER);
		assertThat(this.people.task(number, REPLY).getDueDate())
			.isEqualTo(clock(number, ServiceClock.CONTACT_REPLY).dueAt());

		this.people.miss(number, ServiceClock.CONTACT_REPLY);

		assertThat(this.levels.current(number)).isEqualTo(2);
		assertThat(this.people.groups(number, ATTEND)).containsExactly("managers");
		this.people.complete(number, "gerente", ATTEND, Map.of("breachNote", "Se responde ahora."));
		assertThat(clock(number, ServiceClock.LEVEL_2).isOpen()).isFalse();
		this.people.reply(number, OWNER, Map.of("replyMessage", "Gracias, ya pedimos la cerradura."));
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(clock(number, ServiceClock.CONTACT_REPLY).isOpen()).isFalse();
		assertThat(received(number)).satisfiesExactly((first) -> assertThat(first).contains("Su mensaje ha llegado"),
				(second) -> assertThat(second).contains("Gracias, ya pedimos la cerradura."));
	}

	private String onTheCustomersPage(CaseNumber number) throws MessagingException {
		Matcher link = LINK.matcher(received(number).get(1));
		assertThat(link.find()).isTrue();
		String page = this.visitor.send("GET", link.group()).body();
		assertThat(page).contains("Faro del Sur", number.value(), "aria-current=\"step\">En el taller",
				"Estamos reparando su avería.", "La puerta del faro no abre");
		this.visitor.submit("POST", link.group() + "/mensaje", "application/x-www-form-urlencoded", "text=Urge");
		this.people.reply(number, OWNER, Map.of("replyMessage", "Lo sabemos y vamos hoy."));
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(this.visitor.send("GET", link.group()).body()).contains("Usted nos escribió.",
				"Respondimos a su mensaje.");
		return link.group();
	}

	/** Made from the card, agreed to on the page. */
	private void promisedAndBroken(CaseNumber number, String page) throws Exception {
		JsonNode card = card(number, RepairTask.KEY);
		assertThat(card.path("title").asText()).isEqualTo("La puerta del faro no abre");
		assertThat(card.findValuesAsText("label")).contains("Cliente", "Resolución", "Hacer un compromiso");
		assertThat(card.findValuesAsText("href")).as("nothing leads to matters of another kind")
			.contains("/api/matters/" + number + "/promises")
			.noneMatch((href) -> href.contains("escalation"));
		assertThat(this.owner.json("POST", "/api/matters/" + number + "/promises", "{\"content\": \"Abrir la puerta\"}")
			.statusCode()).isEqualTo(201);
		this.people.complete(number, OWNER, "userTask_askExpectation",
				Map.of("expectation", "Hoy", "expectedPriority", "SOLID", "expectedDate", "04/12/2026"));
		this.people.complete(number, OWNER, "userTask_estimateDate", Map.of("promiseContent", "Abrir la puerta",
				"estimateHours", 4, "complexity", "SIMILAR", "capabilityConfirmed", true));
		this.people.run(number, "serviceTask_proposeDate");
		Promise promise = this.promises.promises(number).get(0);
		long proposal = this.promises.unanswered(promise.id()).orElseThrow().id();
		this.visitor.submit("POST", page + "/compromiso", "application/x-www-form-urlencoded",
				"answer=yes&proposal=" + proposal);
		assertThat(status(promise)).isEqualTo(PromiseStatus.ACCEPTED);
		assertThatThrownBy(() -> this.people.complete(number, OWNER, RepairTask.KEY, Map.of("repairMessage", "Ya.")))
			.as("a room keeps it open")
			.hasMessageContaining("No se puede cerrar " + number)
			.hasMessageContaining("compromiso con Faro del Sur");

		this.people.runWhenDue(number, "event_promiseOver");

		assertThat(status(promise)).isEqualTo(PromiseStatus.BROKEN);
		assertThat(this.matters.get(number).severity()).as("the kind hears of it").isEqualTo(Severity.HIGH);
		this.people.complete(number, OWNER, "userTask_apologise",
				Map.of("apologyMessage", "Lo sentimos: faltó la pieza."));
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(received(number)).last().asString().contains("Lo sentimos: faltó la pieza.");
	}

	private void repairedWithSecondReader(CaseNumber number) throws MessagingException {
		int before = received(number).size();
		this.people.complete(number, OWNER, RepairTask.KEY,
				Map.of("repairMessage", "La puerta abre. La visita no se la cobramos.", "remedyMatter", true));
		CustomerLetter letter = this.letters.letters(number).get(this.letters.letters(number).size() - 1);
		assertThat(letter.status()).isEqualTo(CustomerLetter.Status.IN_READING);
		assertThat(received(number)).as("nothing goes out unread").hasSize(before);
		assertThat(this.people.groups(number, "userTask_readMessage")).containsExactly("managers");
		this.people.complete(number, "gerente", "userTask_readMessage",
				Map.of("messageReading", "sendBack", "readingComment", "Diga qué visita."));
		this.people.complete(number, OWNER, "userTask_correctMessage",
				Map.of("messageText", "La puerta abre. La visita del lunes no se la cobramos.", "remedyMatter", true));
		this.people.complete(number, "gerente", "userTask_readMessage", Map.of("messageReading", "approved"));
		this.people.run(number, "serviceTask_sendMessage");
		assertThat(received(number)).hasSize(before + 1).last().asString().contains("La visita del lunes");
	}

	private void closed(CaseNumber number, String page) {
		this.people.run(number, "serviceTask_close");
		assertThat(this.people.left(number)).as("whatever the rooms had under way").isEmpty();
		assertThat(this.serviceLevels.deadlines(number)).noneMatch(Deadline::isOpen);
		assertThat(this.visitor.send("GET", page).body()).contains("Su avería está reparada.");
		this.visitor.submit("POST", page + "/opinion", "application/x-www-form-urlencoded",
				"heard=yes&solved=yes&score=4");
		assertThat(this.repository.score(number)).isEqualTo(4);
	}

	private void analysed(CaseNumber number) throws Exception {
		StaffClient manager = StaffClient.basic(this.port, "gerente", CaseDriver.PASSWORD);
		assertThat(
				manager.json("POST", "/api/matters/" + number + "/rca-request", "{\"reason\": \"Lo pide el cliente\"}")
					.body())
			.contains("STARTED");
		this.people.complete(number, "problemas", "userTask_writeInternalRca",
				Forms.analysis("Nadie la engrasaba.", "customerRcaSummary", "La cerradura se oxidó."));
		this.people.run(number, "serviceTask_composeCustomerRca");
		StaffClient reviewer = StaffClient.basic(this.port, "arquitecto", CaseDriver.PASSWORD);
		assertThat(reviewer
			.send("GET", "/api/tasks/" + this.people.task(number, "userTask_reviewCustomerRca").getId() + "/card")
			.body()).contains("Versión para el cliente", "La cerradura se oxidó.");
		this.people.complete(number, "arquitecto", "userTask_reviewCustomerRca", Map.of("rcaReview", "approved"));
		this.people.giveUpActions(number);
		this.people.complete(number, "ejecutivo", "userTask_shareRca", Map.of());
		this.people.run(number, "serviceTask_sendRca");

		assertThat(this.analyses.find(number).orElseThrow().status()).isEqualTo(RcaStatus.SHARED);
		assertThat(received(number)).last().asString().contains("La cerradura se oxidó.");
		assertThat(this.people.left(number)).isEmpty();
		assertThat(this.timeline.entries(number)).extracting(TimelineEntry::text)
			.as("one history of all rooms")
			.anyMatch((text) -> text.startsWith("Puso el caso en pausa"))
			.anyMatch((text) -> text.startsWith("Contactó el cliente"))
			.anyMatch((text) -> text.startsWith("Sube al nivel 2"))
			.anyMatch((text) -> text.startsWith("Compromiso con Faro del Sur: incumplido"))
			.anyMatch((text) -> text.startsWith("Compartió el RCA"));
	}

	@Test
	@DisplayName("A clock that a law sets passes where an edited calendar moves it, and says why")
	void legalClock() {
		this.calendars.create(open("faro", List.of()));
		this.assignments.assignCustomer("faro", "FAR");
		CaseNumber number = this.breakdowns.report("agente", this.customer, "El faro no gira");
		CaseDriver.travel(Duration.ofDays(21));
		Instant before = clock(number, ServiceClock.RESOLUTION).dueAt();

		this.calendars.replace(open("faro", List.of("09:00-18:00")),
				this.calendars.find("faro").orElseThrow().version());
		this.recalculations.run();

		Deadline solved = clock(number, ServiceClock.RESOLUTION);
		assertThat(before).isAfter(this.clock.instant());
		assertThat(solved.dueAt()).isBefore(this.clock.instant());
		assertThat(solved.fresh()).isNull();
		assertThat(this.timeline.entries(number)).extracting(TimelineEntry::text)
			.contains("El plazo «Resolución» vence por ese cambio: es un plazo legal, y un cambio de Escala no lo "
					+ "alarga.");
		this.people.runWhenDue(number, ServiceClock.RESOLUTION);
		this.people.runWhenDue(number, ServiceClock.RESOLUTION);
		assertThat(clock(number, ServiceClock.RESOLUTION).breachedAt()).isNotNull();
		this.assignments.removeCustomer("faro", "FAR");
		this.matters.end(number, "Se derribó el faro.");
	}

	/** Mondays, and other days. */
	private static SaveCalendar open(String code, List<String> others) {
		return new SaveCalendar(code, "Horario del faro", "Europe/Madrid",
				new WeekHours(List.of("09:00-18:00"), others, others, others, others, List.of(), List.of()), null, null,
				List.of());
	}

	@Test
	@DisplayName("A breakdown that ends takes with it what rooms do beside its process, and nothing else")
	void endsWithAllThatIsBesideIt() {
		CaseNumber number = this.breakdowns.report("agente", this.customer, "La luz del faro parpadea");
		CaseNumber other = this.breakdowns.report("agente", this.customer, "La escalera del faro cruje");
		for (CaseNumber each : List.of(number, other)) {
			this.people.complete(each, OWNER, RepairTask.KEY, Map.of("repairMessage", "Lo hemos arreglado."));
			this.people.run(each, "serviceTask_sendMessage");
		}
		String page = this.jdbc.sql("SELECT text_body FROM outbox_message WHERE case_number = ?")
			.param(number.value())
			.query(String.class)
			.single()
			.lines()
			.filter((line) -> LINK.matcher(line).find())
			.findFirst()
			.orElseThrow()
			.replaceAll(".*(/seguimiento/[A-Za-z0-9_-]{43}).*", "$1");
		this.visitor.submit("POST", page + "/mensaje", "application/x-www-form-urlencoded", "text=Sigue");
		this.owner.json("POST", "/api/matters/" + number + "/promises", "{\"content\": \"Cambiar la luz\"}");
		assertThat(this.people.tasks(number)).contains(REPLY, "userTask_askExpectation");
		assertThatThrownBy(() -> this.people.run(number, "serviceTask_close"))
			.hasMessageContaining("el cliente espera respuesta");

		this.matters.end(number, "Se derribó el faro.");

		assertThat(this.people.tasks(number)).isEmpty();
		assertThat(this.promises.promises(number)).allMatch((promise) -> promise.status().isSettled());
		assertThat(this.people.jobs(other)).contains("serviceTask_close");
	}

}
