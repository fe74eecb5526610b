package dev.escala.browser;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.access.Role;
import dev.escala.calendar.Calendars;
import dev.escala.calendar.WorkingCalendar;
import dev.escala.commitment.Commitments;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.quote.Quotes;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * From a phone on our public page to a delivery, and beside it what a competitor takes:
 * by the list of calls and Tasklist, as whoever sells does, in the time that it takes.
 */
class SaleExample {

	private static final String GROUPS = "Tareas de mis grupos";

	private static final String NEXT = "Etapa siguiente";

	private static final String SELLER = "agente";

	private static final String COMPANY = "Ascensores Peña Alta";

	private static final String ADDRESS = "irene.vidal@penaalta.example";

	private static final String COMPETITOR = "Montacargas del Valle";

	private static final DateTimeFormatter TYPED = DateTimeFormatter.ofPattern("dd/MM/yyyy");

	private final Browser browser;

	private final DemoServer server;

	private final DemoPeople people;

	private final SaleFiguresReader figures;

	/** After a month everybody logs in anew. */
	private final Map<String, TasklistUser> loggedIn = new HashMap<>();

	SaleExample(Browser browser, DemoPeople people, DemoServer server) {
		this.browser = browser;
		this.people = people;
		this.server = server;
		this.figures = new SaleFiguresReader(() -> as("supervisor"));
	}

	void holds() {
		this.server.awaitCases();
		String begun = year();
		SaleFiguresReader.Seen before = this.figures.read(begun, COMPETITOR);
		CaseNumber lead = leavesWord();
		lostToACompetitor();
		calledThrice(lead);
		asksForACallInAMonth(lead);
		isCalledAndQualifies(lead);
		CaseNumber deal = this.server.bean(Pursuits.class).became(lead).orElseThrow().number();
		quoteWaitsAtTheGate(deal);
		isGranted(deal);

		SaleFiguresReader.Seen unsold = this.figures.read(year(), COMPETITOR);
		negotiatesAndIsWon(deal);

		SaleFiguresReader.Seen sold = this.figures.read(year(), COMPETITOR);
		assertThat(sold.closed()).isEqualTo(unsold.closed().plus(1, 1));
		assertThat(sold.closedOfTheWeb()).isEqualTo(unsold.closedOfTheWeb().plus(1, 1));
		SaleFiguresReader.Seen after = this.figures.read(begun, COMPETITOR);
		assertThat(after.funnel()).as("two began, one of them was a prospect before; both have ended")
			.isEqualTo(before.funnel().plus(2, 1, 1, 2, 1, 1, 1, 0));
		assertThat(before.lostToTheCompetitor()).isZero();
		assertThat(after.lostToTheCompetitor()).isEqualTo(1);
	}

	private CaseNumber leavesWord() {
		try (BrowserContext phone = this.browser.newPhone("es-ES");
				BrowserContext desk = this.browser.newContext("en-GB")) {
			Page page = desk.newPage();
			page.navigate(address("/interes"));
			assertThat(page.locator("h1")).hasText("Ask us to call you");
			clean(page, "interest-form-en");
			page = phone.newPage();
			page.navigate(address("/interes"));
			clean(page, "interest-form-es");
			page.getByLabel("Empresa").fill(COMPANY);
			page.getByLabel("Correo electrónico").fill("irene.vidal");
			page.getByLabel("Qué le interesa").fill("Un portal para que las comunidades avisen de averías.");
			press(page, "Enviar");
			assertThat(page.getByRole(AriaRole.ALERT).first()).containsText("Escriba un correo completo");
			assertThat(page.getByLabel("Qué le interesa"))
				.hasValue("Un portal para que las comunidades avisen de averías.");
			clean(page, "interest-wrong-es");
			page.getByLabel("Su nombre").fill("Irene Vidal");
			page.getByLabel("Correo electrónico").fill(ADDRESS);
			page.getByLabel("Teléfono").fill("600 55 44 33");
			press(page, "Enviar");
			assertThat(page.locator("h1")).hasText("Gracias: lo hemos recibido");
			clean(page, "interest-done-es");
			page.reload();
			assertThat(page.locator("h1")).hasText("Gracias: lo hemos recibido");
		}
		Page calls = as(SELLER).beside("/ventas/llamadas?lista=GROUP");
		Locator call = call(calls);
		assertThat(call).containsText("Irene Vidal");
		assertThat(call).containsText("Nadie todavía");
		CaseNumber number = new CaseNumber(call.getAttribute("id"));
		calls.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Lo que se apartó de la web")).click();
		assertThat(calls.locator("h1")).hasText("Apartado de la web");
		clean(calls, "interest-aside");
		calls.context().close();
		return number;
	}

	/** First from the task, then by one click each on the day that the protocol says. */
	private void calledThrice(CaseNumber number) {
		TasklistUser seller = as(SELLER);
		seller.open(GROUPS, number, "Preparar el contacto");
		Browser.picture(seller.page(), "sale-first-call");
		seller.select("Qué pasó al llamar o escribir", "Intento: nadie contestó");
		seller.select("Por qué vía", "Teléfono");
		seller.select(NEXT, "Intento de contacto");
		seller.complete();
		for (int attempt = 2; attempt <= 3; attempt++) {
			travelTo(pursuit(number).plan().nextDue().plusSeconds(1));
			Page calls = as(SELLER).beside("/ventas/llamadas?lista=MINE");
			Locator call = call(calls);
			assertThat(call).containsText("Intento " + attempt + " del protocolo");
			call.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Nadie contestó")).click();
			assertThat(calls.getByRole(AriaRole.STATUS)).containsText("Anotado en " + number);
			assertThat(call(calls)).hasCount(0);
			calls.context().close();
		}
		travelTo(pursuit(number).plan().nextDue().plusSeconds(1));
	}

	private void lostToACompetitor() {
		TasklistUser seller = as(SELLER);
		seller.openStartForm("Iniciar un proceso", "Oportunidad");
		seller.fill("Cliente o prospecto", "ATLAS");
		seller.fill("Qué pide", "Avisos para sus montacargas");
		seller.select("De dónde viene", "Ya es cliente");
		seller.start();
		Party party = this.server.bean(Parties.class).one("party", "ATLAS");
		CaseNumber number = this.server.bean(Pursuits.class)
			.of(party.kind(), party.id())
			.stream()
			.filter((one) -> one.kind() == PursuitKind.OPPORTUNITY)
			.findFirst()
			.orElseThrow()
			.number();
		seller.open(GROUPS, number, "Preparar la oferta");
		seller.select(NEXT, "Perdido ante un competidor");
		assertThat(seller.refused()).contains("Falta por qué se pierde", "Falta qué se aprende");
		assertThat(pursuit(number).isOpen()).isTrue();
		seller.select("Por qué se perdió", "Le parece caro");
		seller.fill("Qué aprendemos de este no", "Enseñar antes lo que cuesta cada avería.");
		seller.fill("Qué competidor se lo lleva", COMPETITOR);
		seller.fill("Qué era débil en nuestra propuesta", "Plazo de puesta en marcha");
		seller.select("Quién lo analiza", "Gerente");
		Browser.picture(seller.page(), "sale-lost");
		seller.complete();
		this.people.meanwhile(number, "gerente", "userTask_analyseLoss",
				Map.of("lossCause", "Nadie mide el plazo.", "lossChange", "Decir el plazo en la primera visita."));
		assertThat(this.people.driver().left(number)).isEmpty();
	}

	/** On the fourth day they answer; the promise brings the work back by itself. */
	private void asksForACallInAMonth(CaseNumber number) {
		LocalDate day = workingDay(today().plusDays(30));
		TasklistUser seller = as(SELLER);
		open(seller, number, "userTask_workProspectAttempt");
		seller.select("Qué pasó al llamar o escribir", "Conversación");
		seller.select("Por qué vía", "Teléfono");
		seller.fill("Cuántos minutos", "4");
		seller.fill("Qué se dijo", "Están cerrando el año: que la llamemos en un mes.");
		seller.select(NEXT, "Contactar en un futuro");
		seller.fill("Fecha acordada", day.format(TYPED));
		seller.complete();
		assertThat(pursuit(number).standing().kind()).isEqualTo(StageKind.WAITING);
		assertThat(this.people.driver().tasks(number)).isEmpty();
		Page calls = seller.beside("/ventas/llamadas?lista=MINE");
		assertThat(call(calls)).hasCount(0);
		calls.navigate(address("/ventas/llamadas?lista=DEFERRED"));
		assertThat(call(calls)).hasCount(1);
		calls.context().close();

		travelTo(pursuit(number).plan().resumeAt().plusSeconds(60));
		this.loggedIn.clear();
		Awaitility.await()
			.atMost(Duration.ofSeconds(90))
			.until(() -> pursuit(number).standing().kind() == StageKind.ACTIVE);
		calls = as(SELLER).beside("/ventas/llamadas?lista=MINE");
		assertThat(call(calls)).containsText("Se prometió volver a llamar");
		Browser.picture(calls, "sale-promise");
		calls.context().close();
	}

	private void isCalledAndQualifies(CaseNumber number) {
		TasklistUser seller = as(SELLER);
		open(seller, number, "userTask_workProspectAttempt");
		seller.select("Qué pasó al llamar o escribir", "Conversación, y se acordó una cita");
		seller.select("Por qué vía", "Teléfono");
		seller.fill("Cuántos minutos", "15");
		seller.fill("Qué se dijo", "Ahora sí: nos recibe el jueves.");
		seller.select(NEXT, "Contacto establecido");
		seller.complete();
		open(seller, number, "userTask_workProspectContacted");
		seller.select(NEXT, "Calificación en progreso");
		seller.complete();
		open(seller, number, "userTask_workProspectQualifying");
		seller.select(NEXT, "Convertido en oportunidad");
		seller.select("Lo necesita", "Sí");
		seller.select("Tiene presupuesto", "Previsto");
		seller.select("Es viable", "Sí");
		seller.fill("Qué pide o qué quiere comprar", "Un portal de averías con un descuento");
		seller.complete();
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !pursuit(number).isOpen());
		assertThat(this.people.driver().left(number)).isEmpty();
	}

	private void quoteWaitsAtTheGate(CaseNumber number) {
		TasklistUser seller = as(SELLER);
		open(seller, number, "userTask_workOpportunityRequested");
		seller.act("Preparar una oferta", (form) -> {
			form.getByLabel("Qué se ofrece").fill("Portal de averías para cuarenta comunidades");
			form.getByLabel("Importe").fill("9.000,00");
			form.getByLabel("Moneda").fill("EUR");
			form.getByLabel("Descuento").fill("12");
			form.getByLabel("Vale hasta").fill(workingDay(today().plusDays(20)).format(TYPED));
			form.getByLabel("Mensaje para quien la recibe")
				.fill("Con esto sus comunidades avisan de cada avería en un minuto. Responda cuando quiera.");
			form.getByLabel("por qué conviene").fill("Abre las comunidades de toda la sierra.");
			form.getByLabel("para cuándo").fill(workingDay(today().plusDays(5)).format(TYPED));
		});
		assertThat(seller.page().locator(".escala-card")).containsText("sigue sin respuesta");
		Browser.picture(seller.page(), "sale-gate");
		seller.select(NEXT, "En propuesta");
		assertThat(seller.refused()).contains("todavía no ha salido");
		DemoMailbox mailbox = new DemoMailbox(seller, "/buzon");
		assertThat(mailbox.search(ADDRESS)).hasCount(0);
		mailbox.close();
	}

	private void isGranted(CaseNumber number) {
		CaseNumber request = this.server.bean(Commitments.class)
			.get(this.server.bean(Quotes.class).of(number).get(0).commitment())
			.requestNumber();
		this.people.meanwhile(request, "finanzas", "userTask_acknowledgeRequest", Map.of());
		TasklistUser finance = as("finanzas");
		open(finance, request, "userTask_answerRequest");
		finance.choose("La decisión o la respuesta");
		finance.select("Decisión", "Autorizado");
		finance.fill("Qué se decide o responde", "Por esta vez, sí.");
		finance.page().locator(".fjs-container").getByLabel("Por qué").first().fill("Entran en una zona nueva.");
		finance.complete();
		DemoMailbox mailbox = new DemoMailbox(as(SELLER), "/buzon");
		mailbox.open(ADDRESS, number.value());
		assertThat(mailbox.letter()).containsText("Portal de averías para cuarenta comunidades");
		assertThat(mailbox.letter()).containsText("9000,00 EUR");
		Browser.picture(mailbox.page(), "sale-quote");
		mailbox.close();
	}

	private void negotiatesAndIsWon(CaseNumber number) {
		TasklistUser seller = as(SELLER);
		move(seller, number, "userTask_workOpportunityRequested", "En propuesta");
		move(seller, number, "userTask_workOpportunityProposed", "En negociación");
		move(seller, number, "userTask_workOpportunityNegotiating", "Cerrado ganado");
		assertThat(pursuit(number).standing().kind()).isEqualTo(StageKind.WON);
		assertThat(pursuit(number).deal().amount()).isEqualByComparingTo("9000");
		open(seller, number, "userTask_prepareDelivery");
		assertThat(seller.page().locator(".fjs-container")).containsText("9000,00 EUR");
		Browser.picture(seller.page(), "sale-delivery");
	}

	private void move(TasklistUser seller, CaseNumber number, String task, String next) {
		open(seller, number, task);
		seller.select(NEXT, next);
		seller.complete();
	}

	/**
	 * Opens a task as the link in a mail does, as soon as it is there: after a month the
	 * lists are longer than a page.
	 */
	private void open(TasklistUser user, CaseNumber number, String task) {
		Awaitility.await()
			.atMost(Duration.ofSeconds(90))
			.until(() -> this.people.driver().tasks(number), (tasks) -> tasks.contains(task));
		user.page().navigate("about:blank");
		user.openByAddress(this.people.driver().task(number, task).getId());
		assertThat(user.page().locator(".escala-card")).containsText(number.value());
	}

	private TasklistUser as(String user) {
		return this.loggedIn.computeIfAbsent(user, (name) -> new TasklistUser(this.browser, this.server, name));
	}

	private static Locator call(Page calls) {
		return calls.locator("article", new Page.LocatorOptions().setHasText(COMPANY));
	}

	private Pursuit pursuit(CaseNumber number) {
		return this.server.bean(Pursuits.class).get(number);
	}

	private LocalDate today() {
		return CaseDriver.now().atZone(calendar().zone()).toLocalDate();
	}

	private String year() {
		return String.valueOf(today().getYear());
	}

	private LocalDate workingDay(LocalDate from) {
		WorkingCalendar calendar = calendar();
		return from.datesUntil(from.plusDays(30))
			.filter((day) -> !calendar.openOn(day).isEmpty())
			.findFirst()
			.orElseThrow();
	}

	private WorkingCalendar calendar() {
		return this.server.bean(Calendars.class).effective(Role.SALES.groupId(), null);
	}

	/** Time goes on from there, when all is done that fell due meanwhile. */
	private void travelTo(Instant instant) {
		ClockUtil.offset(Duration.between(Instant.now(), instant).toMillis());
		ManagementService jobs = this.server.bean(ProcessEngine.class).getManagementService();
		Awaitility.await()
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofSeconds(1))
			.until(() -> jobs.createJobQuery()
				.executable()
				.list()
				.stream()
				.allMatch((job) -> job.getProcessInstanceId() == null));
	}

	private String address(String path) {
		return "http://127.0.0.1:" + this.server.port() + path;
	}

	private static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	private static void clean(Page page, String name) {
		Browser.picture(page, name);
		Browser.assertReadable(page, name);
	}

}
