package dev.escala.browser;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.access.Role;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Tasklist helps whoever works in it")
class TasklistHelpsTests {

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	private CaseDriver people;

	private Browser browser;

	private final Map<String, TasklistUser> users = new HashMap<>();

	@BeforeAll
	void peopleAndCustomers() {
		this.browser = Browser.start();
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		// Camunda leads to its set-up page where there is no administrator.
		this.people.person("ayudaadmin", Role.ADMINISTRATORS);
		if (this.customers.findByCode("NORTE").isEmpty()) {
			this.customers.create(new SaveCustomer("NORTE", "Hospital del Norte", Tier.GOLD, "es",
					List.of(new Customer.Contact("Compras", "compras@norte.example", null, true)), List.of()));
		}
	}

	@AfterEach
	void leave() {
		this.users.values().forEach((user) -> user.page().context().close());
		this.users.clear();
	}

	@AfterAll
	void stop() {
		if (this.browser != null) {
			this.browser.close();
			this.engine.getIdentityService().deleteUser("ayudaadmin");
		}
	}

	@Test
	@DisplayName("From a grey form to the next task: taken at the form, refused with the name of the field, done, and led on")
	void fromATaskToTheNext() {
		CaseNumber number = report("La luz del quirófano parpadea");
		TasklistUser owner = as("tecnologia");
		owner.openByAddress(this.people.task(number, "userTask_takeOver").getId());

		Locator hint = owner.page().locator(".escala-take");
		assertThat(hint).containsText("Tome la tarea para poder rellenarla.");
		assertThat(owner.page().getByLabel("Nota")).isDisabled();
		Browser.picture(owner.page().locator(".form-pane"), "helps-grey");
		owner.take();
		assertThat(hint).hasCount(0);
		assertThat(owner.page().locator(".fjs-container input").first()).isFocused();

		owner.choose("No es para mi grupo");
		String refusal = owner.refused();
		Browser.picture(owner.page(), "helps-refused");
		assertThat(refusal).contains("«");

		owner.choose("Me hago cargo");
		owner.complete();
		this.people.run(number, "serviceTask_announceEscalation");

		Locator done = owner.page().locator(".escala-done");
		assertThat(done).hasText("Hecho. Sigue, en el mismo caso: Preparar el plan de acción");
		assertThat(owner.page().locator(".page-notifications .alert")).hasCount(0);
		Browser.picture(owner.page(), "helps-done");
		done.getByRole(AriaRole.LINK).click();
		assertThat(owner.page().locator(".task-card h2.task")).hasText("Preparar el plan de acción");
		assertThat(owner.page().locator(".escala-card")).containsText(number.value());
		assertThat(done).isHidden();
	}

	@Test
	@DisplayName("What was typed is there again after a look at another task and a new page, and never for somebody else")
	void whatWasTypedStays() {
		CaseNumber number = report("El ascensor no sube");
		CaseNumber other = report("El ascensor no baja");
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		String plan = this.people.task(number, "userTask_preparePlan").getId();
		TasklistUser owner = as("tecnologia");
		owner.openByAddress(plan);
		owner.fill("Pasos del plan (uno por línea)", "Mirar el motor");
		owner.fill("Días laborables previstos", "3");

		owner.openByAddress(this.people.task(other, "userTask_takeOver").getId());
		assertThat(owner.page().locator(".escala-card")).containsText(other.value());
		owner.openByAddress(plan);

		Locator steps = owner.page().getByLabel("Pasos del plan (uno por línea)").first();
		assertThat(steps).hasValue("Mirar el motor");
		assertThat(owner.page().getByLabel("Días laborables previstos").first()).hasValue("3");
		assertThat(owner.page().locator(".escala-recovered")).containsText("Se ha recuperado lo que escribió");
		Browser.picture(owner.page().locator(".form-pane"), "helps-recovered");
		owner.page().reload();
		assertThat(steps).hasValue("Mirar el motor");
		owner.page().getByText("Descartarlo").click();
		assertThat(steps).hasValue("");
		owner.fill("Pasos del plan (uno por línea)", "Mirar el cable");

		logOut(owner.page());
		Browser.login(owner.page(), this.port, "finanzas", CaseDriver.PASSWORD);
		assertThat(kept(owner.page())).isEmpty();
	}

	@Test
	@DisplayName("Whoever types on at once in the next field loses nothing of it")
	void typesOn() {
		CaseNumber number = report("El ascensor se para");
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		TasklistUser owner = as("tecnologia");
		owner.openByAddress(this.people.task(number, "userTask_preparePlan").getId());
		Locator days = owner.page().getByLabel("Días laborables previstos").first();
		Locator steps = owner.page().getByLabel("Pasos del plan (uno por línea)").first();

		days.fill("4");
		steps.fill("Mirar los topes");
		owner.page()
			.waitForFunction("() => Object.values(sessionStorage).some((text) => /\"Mirar los topes\"/.test(text)"
					+ " && /:4[,}]/.test(text))");

		assertThat(steps).hasValue("Mirar los topes");
		assertThat(days).hasValue("4");
	}

	@Test
	@DisplayName("The start form offers known customers; Escape asks before it closes what somebody is typing, and it comes back as it was")
	void escapeAsksFirst() {
		TasklistUser agent = as("agente");
		agent.openStartForm();
		Locator customer = agent.page().getByLabel("Cliente (código o nombre)").first();
		customer.pressSequentially("del nort");
		Locator offered = agent.page().getByRole(AriaRole.OPTION);
		assertThat(offered.first()).hasText("Hospital del Norte NORTE");
		customer.press("ArrowDown");
		Browser.picture(agent.page(), "helps-customers");
		customer.press("Enter");
		assertThat(customer).hasValue("NORTE");
		assertThat(offered).hasCount(0);
		agent.fill("Asunto", "Se cortó la llamada");
		agent.select("Impacto", "Alto");
		Locator subject = agent.page().getByLabel("Asunto").first();
		subject.press("Escape");
		Locator question = agent.page()
			.getByRole(AriaRole.DIALOG)
			.filter(new Locator.FilterOptions().setHasText("¿Cerrar"));
		assertThat(question).containsText("¿Cerrar el formulario sin enviarlo?");
		Browser.picture(agent.page(), "helps-escape");
		press(question, "Seguir escribiendo");
		assertThat(subject).isFocused();
		assertThat(subject).hasValue("Se cortó la llamada");

		subject.press("Escape");
		press(question, "Cerrar");
		assertThat(agent.page().locator(".modal-content")).hasCount(0);
		agent.openStartForm();
		assertThat(agent.page().getByLabel("Asunto").first()).hasValue("Se cortó la llamada");
		assertThat(agent.page().locator(".fjs-select-display", new Page.LocatorOptions().setHasText("Alto")))
			.hasCount(1);
		Browser.picture(agent.page(), "helps-start-recovered");
	}

	@Test
	@DisplayName("The first list is not an empty one; it says of each task which case it is of, and what came back from whom and why")
	void theListSaysWhatItIsAbout() {
		this.people.person("tareaslucia", Role.TECHNOLOGY);
		CaseNumber returned = report("El monitor no enciende");
		CaseNumber other = report("El monitor no se apaga");
		TasklistUser owner = new TasklistUser(this.browser, this.port, "tareaslucia", CaseDriver.PASSWORD);
		this.users.put("tareaslucia", owner);
		// She has nothing herself, but her group has.
		assertThat(owner.page().locator(".task-filter.active")).containsText("Tareas de mis grupos");
		assertThat(owner.page().locator(".tasks-list > li").first()).isVisible();
		working(returned, "tareaslucia");
		this.people.complete(returned, "tareaslucia", "userTask_executePlan", Forms.progress("done"));
		this.people.complete(returned, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		this.people.complete(returned, "arquitecto", "userTask_verifyResolution",
				Map.of("resolutionVerified", "sentBack", "verificationNote", "En la sala 4 sigue apagado."));
		working(other, "tareaslucia");
		List<String> asked = new ArrayList<>();
		owner.page().onRequest((request) -> {
			if (request.url().contains("/api/tasks/lines")) {
				asked.add(request.url());
			}
		});
		owner.page().locator(".task-filter a").first().click();

		Locator tasks = owner.page().locator(".tasks-list > li");
		assertThat(tasks).hasCount(2);
		Locator first = tasks.filter(new Locator.FilterOptions().setHasText("El monitor no enciende"));
		assertThat(first).containsText(returned + " · Hospital del Norte · Alta");
		assertThat(first).containsText("Devuelto Arquitecto Demostración: En la sala 4 sigue apagado.");
		Locator second = tasks.filter(new Locator.FilterOptions().setHasText("El monitor no se apaga"));
		assertThat(second).containsText(other.value());
		assertThat(second.locator(".escala-chip")).hasCount(0);
		assertThat(asked).hasSize(1);

		first.locator("h4 a").first().click();
		assertThat(owner.page().locator(".escala-card .escala-returned"))
			.hasText("Devuelto por Arquitecto Demostración: En la sala 4 sigue apagado.");
		Browser.picture(owner.page(), "helps-list");
	}

	@Test
	@DisplayName("A link to a case, in whatever case its number is written, opens its task after the login, though no open filter lists it")
	void aLinkOpensItsCase() {
		CaseNumber number = report("La puerta no cierra");
		Page page = this.browser.newContext("es-ES").newPage();
		page.navigate("http://127.0.0.1:" + this.port + "/camunda/app/tasklist/default/#/?case="
				+ number.value().toLowerCase(Locale.ROOT));
		Browser.enter(page, "tecnologia", CaseDriver.PASSWORD);

		assertThat(page.locator(".task-card h2.task")).hasText("Hacerse cargo");
		assertThat(page.locator(".escala-card")).containsText(number.value());
		assertThat(page.locator(".task-filter.active")).containsText("Mis tareas");
		Browser.picture(page, "helps-link");
		page.navigate("http://127.0.0.1:" + this.port + "/camunda/app/tasklist/default/#/?case=ESC-2020-999999");
		assertThat(page.locator(".page-notifications .alert")).containsText("ninguna tarea que usted pueda ver");
		page.context().close();
	}

	private void working(CaseNumber number, String owner) {
		this.people.complete(number, owner, "userTask_takeOver", Forms.takeOver());
		this.people.run(number, "serviceTask_announceEscalation");
		this.people.complete(number, owner, "userTask_preparePlan", Forms.plan());
		this.people.run(number, "serviceTask_sendMessage");
	}

	private static void press(Locator in, String name) {
		in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true)).click();
	}

	private static void logOut(Page page) {
		page.locator(".account .dropdown-toggle, [cam-widget-header] .account a").first().click();
		page.getByText("Cerrar sesión").first().click();
		page.locator("input[type=password]").waitFor();
	}

	/** What this tab and this browser keep of what people typed. */
	private static List<Object> kept(Page page) {
		return ((List<?>) page.evaluate(
				"() => [...Object.keys(sessionStorage), ...Object.keys(localStorage)].filter((key) => /draft|camunda-form/.test(key))"))
			.stream()
			.map(Object.class::cast)
			.toList();
	}

	private CaseNumber report(String subject) {
		return this.people.report("agente", Forms.with(Forms.report("NORTE"), "subject", subject));
	}

	private TasklistUser as(String user) {
		return this.users.computeIfAbsent(user,
				(name) -> new TasklistUser(this.browser, this.port, name, CaseDriver.PASSWORD));
	}

}
