package dev.escala.browser;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The example of the procedure, by the pages that are asked before anybody commits and by
 * Tasklist.
 */
class AskExample {

	private static final String GROUPS = "Tareas de mis grupos";

	private static final String MINE = "Mis tareas";

	private static final String WISH = "Personalización sin límite por una cuota mensual fija.";

	private final DemoPeople people;

	private final DemoServer server;

	AskExample(DemoPeople people, DemoServer server) {
		this.people = people;
		this.server = server;
	}

	void holds() {
		TasklistUser sales = this.people.as("agente");
		Page page = sales.beside("/preguntar");
		clean(page, "ask-first");
		page.getByLabel("¿Con quién habla?").fill("Manufacturas Delta");
		page.getByLabel("Sector").fill("Fabricación");
		page.getByLabel("Empleados").fill("200");
		page.getByLabel("Un alcance bastante mayor de lo que solemos comprometer").check();
		press(page, "Estoy en una llamada");
		String promise = page.getByLabel("Léalo en voz alta").inputValue();
		assertThat(promise).startsWith("Lo confirmo con mi equipo y le respondo el ");
		clean(page, "ask-call");
		page.getByLabel("Léalo en voz alta").fill("Sin problema. " + promise);
		press(page, "Dijo que sí");
		assertThat(page.getByRole(AriaRole.ALERT)).containsText("«Sin problema»");
		page.getByLabel("Léalo en voz alta").fill(promise);
		press(page, "Dijo que sí");
		assertThat(page.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setLevel(1)))
			.hasText("Pregunte antes de responder");
		assertThat(page.getByLabel("1. Qué pasa y quién lo pide"))
			.hasValue(Pattern.compile("Manufacturas Delta, Fabricación, unos 200 empleados\\.\\s*"));
		page.getByLabel("2. Qué nos piden").fill(WISH);
		page.getByLabel("3. Qué haría usted, y por qué duda").fill("No: no sabemos cuánto trabajo sería.");
		page.getByLabel("Fecha que espera el cliente")
			.fill(LocalDate.now().plusDays(9).format(DateTimeFormatter.ofPattern("dd/MM/yyyy")));
		clean(page, "ask-advice");
		press(page, "Enviar la solicitud");
		assertThat(page.locator("h1")).containsText("Solicitud SOL-");
		assertThat(page.locator("main")).containsText("Prometido al cliente");
		clean(page, "ask-sent");
		CaseNumber number = new CaseNumber(page.locator("h1").innerText().replace("Solicitud ", "").strip());

		TasklistUser product = this.people.as("tecnologia");
		product.open(GROUPS, number, "Acusar recibo");
		product.fill("Mensaje para quien pregunta", "Lo miro hoy.");
		product.complete();
		product.open(MINE, number, "Responder la solicitud");
		product.choose("La decisión o la respuesta");
		product.select("Decisión", "Autorizado con condiciones");
		product.fill("Qué se decide o responde", "Hasta diez horas al mes por la cuota.");
		product.fill("Condiciones", "Por escrito en el contrato.");
		// The card above the form has a "Por qué" of its own.
		product.page()
			.locator(".fjs-container")
			.getByLabel("Por qué")
			.first()
			.fill("Sin tope no se puede poner precio.");
		product.complete();
		sales.open(MINE, number, "Dar la respuesta al cliente");
		sales.fill("Qué le dijo al cliente", "Personalizamos hasta diez horas al mes por la cuota.");
		sales.complete();

		open(page, "/decisiones?texto=cuota");
		assertThat(page.locator("main")).containsText("Hasta diez horas al mes por la cuota.");
		open(page, "/preguntar");
		page.getByLabel("¿Con quién habla?").fill("Talleres Gamma");
		press(page, "Ver qué hago");
		page.getByLabel("2. Qué nos piden")
			.pressSequentially("Quieren personalización sin límite, tarifa mensual fija");
		assertThat(page.locator("#similar")).containsText("Hasta diez horas al mes por la cuota.");
		assertThat(page.locator("#similar")).containsText("Autorizado con condiciones");
		open(page, "/preguntar/flujo");
		clean(page, "ask-flow");
		byte[] sheet = page.pdf(new Page.PdfOptions().setPreferCSSPageSize(true)
			.setPath(Path.of("target", "screenshots", "ask-flow.pdf")));
		assertThat(new String(sheet, StandardCharsets.ISO_8859_1).split("/Type /Page\\b", -1)).as("prints on one sheet")
			.hasSize(2);
	}

	private void open(Page page, String path) {
		page.navigate("http://127.0.0.1:" + this.server.port() + path);
	}

	private static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).first().click();
	}

	private static void clean(Page page, String picture) {
		Browser.picture(page, picture);
		assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
	}

}
