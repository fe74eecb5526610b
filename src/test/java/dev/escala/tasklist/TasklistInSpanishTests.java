package dev.escala.tasklist;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import dev.escala.support.Browser;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * What staff see, in a real browser. The card and the refusal are answered here in the
 * place of the server, so that this test needs no case of any particular process.
 */
@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TasklistInSpanishTests {

	private static final String NOTIFICATION = ".page-notifications .alert";

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	private Browser browser;

	private EveryFieldProcess process;

	private final List<String> pageErrors = new ArrayList<>();

	@BeforeAll
	void work() {
		this.browser = Browser.start();
		this.process = new EveryFieldProcess(this.engine);
		// Camunda leads to its set-up page where there is no administrator.
		this.process.person("tlsadmin", "Alba", "camunda-admin");
		this.process.person("tlsana", "Ana", "tlsgroup");
		Date past = Date.from(Instant.parse("2020-01-02T09:00:00Z"));
		Date future = Date.from(Instant.parse("2999-01-02T09:00:00Z"));
		this.process.start("CRITICAL", "tlsana", "tlsgroup", past);
		this.process.start("LOW", "tlsana", "tlsgroup", future);
		this.process.start("LOW", null, "tlsgroup", future);
	}

	@AfterAll
	void leave() {
		if (this.process != null) {
			// Its pages go on asking for tasks until they are closed.
			this.browser.close();
			this.process.close();
		}
	}

	@Test
	void staffWorkInSpanish() {
		Page page = open("es-MX");

		assertThat(page).hasTitle(Pattern.compile("Escala Tareas"));
		assertThat(page.locator(".navbar-brand")).containsText("Escala Tareas");
		assertThat(page.locator(".ce-eol-banner")).isHidden();
		assertThat(page.getByText("Crear tarea", new Page.GetByTextOptions().setExact(true))).isHidden();
		assertCounts(page, "Mis tareas", 2, "Tareas de mis grupos", 1, "Vencidas", 1, "Críticas", 1);
		Locator first = page.locator(".tasks-list > li").first();
		assertThat(first.locator(".due-date")).hasText(Pattern.compile("Vence\\s+hace \\d+ años"));
		assertThat(first).containsText("ESC-2026-000012");
		assertThat(first).containsText("Crítica");
		assertThat(first).containsText("Facturas <b>duplicadas</b>");
		assertThat(Browser.rawLabels(page)).isEmpty();
		Browser.picture(page, "tasklist");

		openFirstTask(page);
		for (String tab : List.of("Historial", "Diagrama", "Descripción", "Formulario")) {
			page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText(tab)).click();
			assertThat(page.locator(".nav-tabs li.active")).hasText(tab);
			assertThat(Browser.rawLabels(page)).isEmpty();
		}
		page.getByText("Iniciar un proceso").first().click();
		page.locator(".modal-content ul.processes a", new Page.LocatorOptions().setHasText("Todos los campos")).click();
		assertThat(page.locator(".modal-content .fjs-container")).isVisible();
		assertThat(page.locator(".modal-content").getByText("Elija una opción")).isVisible();
		assertThat(Browser.rawLabels(page)).isEmpty();
		assertThat(this.pageErrors).isEmpty();
	}

	@Test
	void anyBrowserGetsSpanish() {
		Page page = open("en-GB");

		assertThat(page.getByText("Cerrar sesión")).isAttached();
		assertThat(page.locator(".task-filter").first()).containsText("Mis tareas");

		page.navigate("http://127.0.0.1:" + this.port + "/camunda/app/welcome/default/");
		assertThat(page.getByText("Modificar el perfil")).isVisible();
		assertThat(page).hasTitle(Pattern.compile("Escala Inicio"));
		assertThat(page.locator(".ce-eol-banner")).isHidden();
		assertThat(Browser.rawLabels(page)).isEmpty();
		Browser.picture(page, "welcome");
	}

	@Test
	void formMessagesAreSpanishAndTypedTextStays() {
		Page page = open("es-ES");
		openFirstTask(page);

		page.getByLabel("Asunto").fill("Search");
		page.getByLabel("Días").fill("99");
		page.getByLabel("Qué ocurre").fill("Select. Field is required.");
		page.getByLabel("Qué ocurre").fill("");

		Locator problems = page.locator(".fjs-form-field-error li");
		assertThat(problems).hasText(new String[] { "Este campo es obligatorio.", "El valor máximo es 60." });
		assertThat(page.getByLabel("Asunto")).hasValue("Search");
		assertThat(page.getByText("Elija una opción").first()).isVisible();
		assertThat(page.getByPlaceholder("Buscar", new Page.GetByPlaceholderOptions().setExact(true))).isVisible();
		// An option of the form that happens to read like a message of form-js.
		assertThat(page.getByLabel("Search", new Page.GetByLabelOptions().setExact(true))).isVisible();
	}

	@Test
	void aRefusalIsOneSpanishSentence() {
		Page page = open("es-ES");
		page.route("**/submit-form", (route) -> answer(route, 400, "application/json",
				"{\"type\":\"RestException\",\"message\":\"Cannot submit task form 4711: Indique el motivo: falta el plazo.\"}"));
		openFirstTask(page);
		page.getByLabel("Asunto").fill("Facturas");
		page.getByLabel("Qué ocurre").fill("Dos facturas");
		page.locator(".fjs-select-display").first().click();
		page.locator(".fjs-dropdownlist-item").last().click();

		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Completar").setExact(true)).click();

		assertThat(page.locator(NOTIFICATION + " .status")).hasText("La tarea sigue abierta");
		assertThat(page.locator(NOTIFICATION + " .message")).hasText("Indique el motivo: falta el plazo.");
		Browser.picture(page, "tasklist-refusal");
	}

	@Test
	void theCardSaysWhatToDoAndCarriesOutActions() {
		Page page = open("es-ES");
		page.context()
			.addCookies(List.of(new Cookie("ESCALA-XSRF-TOKEN", "una-ficha").setUrl("http://127.0.0.1:" + this.port)));
		List<Request> sent = new ArrayList<>();
		page.route("**/withdrawal", (route) -> {
			sent.add(route.request());
			if (sent.size() == 1) {
				answer(route, 409, "application/problem+json", "{\"detail\":\"El caso ya está cerrado.\"}");
			}
			else {
				answer(route, 204, "application/json", "");
			}
		});
		openFirstTask(page);

		Locator card = page.locator(".escala-card");
		assertThat(card.getByRole(AriaRole.HEADING).first()).hasText("Facturas duplicadas <b>en octubre</b>");
		assertThat(card.locator(".escala-guidance")).containsText("Revise el caso y hágase cargo.");
		assertThat(card.locator(".escala-clock-breached")).containsText("Acuse fuera de plazo");
		assertThat(card.locator(".escala-happened li")).hasCount(5);
		card.getByText("Ver todo (6)").click();
		assertThat(card.locator(".escala-happened li")).hasCount(6);
		Browser.picture(page, "tasklist-card");

		button(card, "Retirar el escalamiento").click();
		Locator form = card.locator(".escala-action-form");
		button(form, "Retirar el escalamiento").click();
		assertThat(form.getByText("Este campo es obligatorio.")).isVisible();
		assertThat(sent).isEmpty();

		form.getByLabel("Motivo").fill(" Ya no hace falta ");
		button(form, "Retirar el escalamiento").click();
		assertThat(form.getByRole(AriaRole.ALERT)).hasText("El caso ya está cerrado.");
		assertThat(sent.get(0).postData()).isEqualTo("{\"reason\":\"Ya no hace falta\"}");
		assertThat(sent.get(0).headerValue("x-escala-xsrf-token")).isNotBlank();
		Browser.picture(page, "tasklist-card-action");

		button(form, "Retirar el escalamiento").click();
		assertThat(form).hasCount(0);
		assertThat(card).isVisible();
	}

	@Test
	void aTaskWithoutCaseHasNoCard() {
		Page page = open("es-ES");
		page.route("**/api/tasks/*/card", (route) -> answer(route, 404, "application/problem+json", "{}"));

		openFirstTask(page);

		assertThat(page.locator(".escala-card")).hasCount(0);
	}

	private Page open(String locale) {
		BrowserContext visitor = this.browser.newContext(locale);
		Page page = visitor.newPage();
		page.onPageError(this.pageErrors::add);
		page.route("**/api/tasks/*/card", (route) -> answer(route, 200, "application/json", card()));
		page.route("**/api/tasks/lines?*",
				(route) -> answer(route, 200, "application/json", lines(route.request().url())));
		Browser.login(page, this.port, "tlsana", EveryFieldProcess.PASSWORD);
		return page;
	}

	private static void openFirstTask(Page page) {
		page.locator(".tasks-list h4.task a").first().click();
		page.locator(".fjs-container").waitFor();
	}

	private static void assertCounts(Page page, Object... namesAndCounts) {
		for (int index = 0; index < namesAndCounts.length; index += 2) {
			Locator filter = page.locator(".task-filter").nth(index / 2);
			assertThat(filter).containsText((String) namesAndCounts[index]);
			assertThat(filter.locator(".escala-count")).hasText(String.valueOf(namesAndCounts[index + 1]));
		}
	}

	private static Locator button(Locator in, String name) {
		return in.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
	}

	private static void answer(Route route, int status, String type, String body) {
		route.fulfill(new Route.FulfillOptions().setStatus(status).setContentType(type).setBody(body));
	}

	/** Of each task that is asked for. */
	private static String lines(String url) {
		return Stream.of(url.substring(url.indexOf("ids=") + 4).split(",|%2C"))
			.map((id) -> "{\"id\":\"" + id
					+ "\",\"number\":\"ESC-2026-000012\",\"subject\":\"Facturas <b>duplicadas</b>\","
					+ "\"customer\":\"Acme\",\"severity\":\"Crítica\",\"takeable\":true}")
			.collect(Collectors.joining(",", "[", "]"));
	}

	private static String card() {
		try (InputStream in = TasklistInSpanishTests.class.getResourceAsStream("/tasklist/card.json")) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
