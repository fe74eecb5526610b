package dev.escala.browser;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscalationInBrowserTests {

	private static final String GROUPS = "Tareas de mis grupos";

	private static final String MINE = "Mis tareas";

	private Browser browser;

	private DemoServer server;

	private final Map<String, TasklistUser> people = new HashMap<>();

	@BeforeAll
	void startTheDemo() throws Exception {
		this.browser = Browser.start();
		this.server = DemoServer.start();
	}

	@AfterAll
	void stop() {
		ClockUtil.reset();
		if (this.browser != null) {
			this.browser.close();
		}
		if (this.server != null) {
			this.server.close();
		}
	}

	@Test
	@DisplayName("From the start form to the closed end, with the RCA in the customer's mailbox; the architect reads the plan, sends the resolution back once, and closing is refused once")
	void wholeLife() {
		CaseNumber number = report("NORTE", "Las recetas no se imprimen", "Alto", "Alta",
				"La impresora de planta 3\nEl reembolso de junio");

		takeOverAndPlan(number);
		finishPlan(number);
		TasklistUser manager = as("gerente");
		manager.open(GROUPS, number, "Declarar la resolución");
		manager.choose("Sí, se declara resuelto");
		manager.fill("Motivo", "El equipo lo da por resuelto.");
		manager.complete();
		TasklistUser architect = as("arquitecto");
		architect.open(GROUPS, number, "Verificar la resolución");
		architect.choose("Devolver al equipo");
		architect.fill("Qué se ha comprobado", "En la planta 3 sigue sin imprimir.");
		architect.complete();

		TasklistUser owner = as("tecnologia");
		owner.open(MINE, number, "Ejecutar el plan de acción");
		assertThat(owner.page().locator(".escala-card")).containsText("En la planta 3 sigue sin imprimir.");
		Browser.picture(owner.page(), "story-sent-back");
		finishPlan(number);
		declareAndVerify(number);
		TasklistUser executive = as("ejecutivo");
		executive.open(GROUPS, number, "Confirmar con el cliente");
		executive.choose("Sí, lo usa con normalidad");
		executive.fill("Qué dijo el cliente", "Todo imprime.");
		executive.select("Satisfacción del cliente", "4");
		executive.complete();

		owner.open(MINE, number, "Comprobar el cierre");
		owner.fill("Resumen del cierre", "Controlador actualizado en todas las plantas.");
		owner.fill("Lecciones aprendidas", "Probar en todas las plantas.");
		assertThat(owner.refused()).contains("No se puede cerrar " + number).contains("La impresora de planta 3");
		owner.choose("La impresora de planta 3");
		owner.choose("El reembolso de junio");
		owner.complete();

		writeAndShareRca(number);

		JsonNode closed = await(number, (details) -> details.get("phase").asText().equals("ENDED"));
		assertThat(closed.get("outcome").asText()).isEqualTo("CLOSED");
		assertThat(closed.get("satisfaction").asInt()).isEqualTo(4);
		await(number, (details) -> details.get("messages").findValuesAsText("step").contains("rca")
				&& details.get("messages").findValuesAsText("status").stream().allMatch("SENT"::equals));
		Page mailbox = as("agente").page().context().newPage();
		mailbox.navigate("http://127.0.0.1:" + this.server.port() + "/buzon?texto=" + number);
		mailbox.getByText("Qué ocurrió y qué hemos cambiado").first().click();
		assertThat(mailbox.locator("body")).containsText("sistemas@norte.example");
		assertThat(mailbox.frameLocator("iframe").locator("body"))
			.containsText("La impresora no entendía el formato nuevo.");
		assertThat(mailbox.frameLocator("iframe").locator("body")).not().containsText("No se probó el cambio");
		Browser.picture(mailbox, "story-mailbox");
		passTheActionOn(number);
	}

	@Test
	@DisplayName("A case that nobody takes in time reaches the manager, and nobody's work is ended; the diagram opens on the sheet of the task")
	void reachesTheManager() {
		CaseNumber number = report("NORTE", "El quirófano 2 no tiene red", "Alto", "Alta", "");

		ClockUtil.offset(Duration.ofMinutes(40).toMillis());
		TasklistUser manager = as("gerente");
		manager.open(GROUPS, number, "Atender el plazo vencido");
		assertThat(manager.page().locator(".escala-card")).containsText("Venció el plazo «Acuse»");
		Browser.picture(manager.page(), "story-breach");
		manager.fill("Qué se ha decidido", "Llamo a Tecnología ahora mismo.");
		manager.complete();

		TasklistUser owner = as("tecnologia");
		owner.open(GROUPS, number, "Hacerse cargo");
		owner.openDiagram();
		assertThat(owner.page().locator(".bjs-breadcrumbs:visible li"))
			.hasText(new String[] { "Escalamiento de cliente", "Atender el escalamiento", "Crear" });
		assertThat(owner.page().locator(".highlight[data-element-id=userTask_takeOver]")).isVisible();
		Browser.picture(owner.page(), "story-diagram");
	}

	@Test
	@DisplayName("The example of the procedure: held on the phone, asked, decided with conditions, passed on; the next one sees it")
	void askedBeforeCommitting() {
		new AskExample(this.browser, this.server).holds();
	}

	private CaseNumber report(String customer, String subject, String impact, String urgency, String issues) {
		TasklistUser agent = as("agente");
		agent.openStartForm();
		agent.fill("Cliente (código o nombre)", customer);
		agent.fill("Asunto", subject);
		agent.fill("Qué ocurre", "Desde esta mañana, en varias plantas.");
		agent.select("Quién lo plantea", "El cliente lo pidió");
		agent.select("Por qué se escala", "Hace falta otra especialidad");
		agent.select("Criterio", "Características técnicas");
		agent.select("Especialidad que puede resolverlo", "Tecnología");
		agent.select("Impacto", impact);
		agent.select("Urgencia", urgency);
		agent.fill("Asuntos que plantea el cliente (uno por línea)", issues);
		Browser.picture(agent.page(), "story-start-form");
		agent.start();
		CaseNumber number = new CaseNumber(this.server.numberOf(subject));
		Locator told = agent.page().locator(".escala-started");
		assertThat(told).containsText(Pattern.compile(number + ": lo recibe Tecnología antes de(l| las?) .*\\d\\."));
		assertThat(told.getByText("Ver el caso")).hasAttribute("href", Pattern.compile("/casos/" + number + "$"));
		Browser.picture(agent.page(), "story-started");
		return number;
	}

	private void takeOverAndPlan(CaseNumber number) {
		TasklistUser owner = as("tecnologia");
		owner.open(GROUPS, number, "Hacerse cargo");
		owner.choose("Me hago cargo");
		Browser.picture(owner.page(), "story-take-over");
		owner.complete();
		owner.open(MINE, number, "Preparar el plan de acción");
		assertThat(owner.page().locator(".fjs-container")).containsText("No está en el borrador.");
		assertThat(owner.page().locator(".fjs-container"))
			.containsText("«El reembolso de junio»: trata una compensación.");
		Browser.picture(owner.page().locator(".fjs-container"), "story-left-out");
		owner.fill("Pasos del plan (uno por línea)", "Reproducir\nActualizar el controlador");
		owner.fill("Días laborables previstos", "2");
		owner.fill("Qué le diremos al cliente", "Actualizamos el controlador de impresión esta tarde.");
		Browser.picture(owner.page(), "story-plan");
		owner.complete();
		TasklistUser reader = as("arquitecto");
		reader.open(GROUPS, number, "Leer el mensaje antes de enviarlo");
		assertThat(reader.page().locator(".escala-card")).containsText("Actualizamos el controlador");
		Browser.picture(reader.page(), "story-second-reader");
		reader.choose("Sí, enviarlo");
		reader.complete();
	}

	private void finishPlan(CaseNumber number) {
		TasklistUser owner = as("tecnologia");
		owner.open(MINE, number, "Ejecutar el plan de acción");
		owner.choose("El plan está terminado");
		owner.fill("Qué se ha hecho", "Controlador actualizado.");
		owner.complete();
	}

	private void declareAndVerify(CaseNumber number) {
		TasklistUser manager = as("gerente");
		manager.open(GROUPS, number, "Declarar la resolución");
		manager.choose("Sí, se declara resuelto");
		manager.fill("Motivo", "Ahora sí, en todas las plantas.");
		manager.complete();
		TasklistUser architect = as("arquitecto");
		architect.open(GROUPS, number, "Verificar la resolución");
		architect.choose("Verificada");
		architect.fill("Qué se ha comprobado", "Impreso en cada planta.");
		architect.complete();
	}

	private void writeAndShareRca(CaseNumber number) {
		TasklistUser coordinator = as("problemas");
		coordinator.open(GROUPS, number, "Escribir el RCA interno");
		coordinator.fill("Resumen de lo ocurrido", "El controlador antiguo no admite el formato nuevo de receta.");
		coordinator.fill("Cadena de causas",
				"Las recetas no salen\nEl controlador rechaza el formato\nNo se probó el cambio");
		coordinator.fill("Acciones correctivas", "Probar cada cambio de formato | tecnologia | 15/12/2099");
		coordinator.fill("Lecciones aprendidas", "Un cambio de formato se prueba en cada planta.");
		coordinator.fill("Qué le ocurrió al cliente", "Las recetas no salían de la impresora de la planta 3.");
		coordinator.fill("Por qué le ocurrió", "La impresora no entendía el formato nuevo.");
		coordinator.fill("Qué se ha hecho y qué se hará", "Probar cada formato antes de cambiarlo | 15/12/2099");
		coordinator.fill("Qué cambia para el cliente", "Un cambio de formato se prueba en su planta antes de llegar.");
		Browser.picture(coordinator.page(), "story-rca-write");
		coordinator.complete();
		TasklistUser reviewer = as("arquitecto");
		reviewer.open(GROUPS, number, "Revisar la versión para el cliente");
		Browser.picture(reviewer.page(), "story-rca-review");
		reviewer.choose("Aprobada");
		reviewer.complete();
		TasklistUser executive = as("ejecutivo");
		executive.open(GROUPS, number, "Compartir el RCA con el cliente");
		executive.complete();
	}

	/** The case is closed, its corrective action is not done. */
	private void passTheActionOn(CaseNumber number) {
		TasklistUser owner = as("tecnologia");
		owner.open(MINE, number, "Hacer la acción correctiva");
		assertThat(owner.page().locator(".fjs-container")).containsText("Probar cada cambio de formato");
		owner.choose("No se puede hacer");
		owner.fill("Qué se hizo, o por qué no se puede hacer", "No tengo acceso a las plantas.");
		Browser.picture(owner.page(), "story-action");
		owner.complete();
		TasklistUser coordinator = as("problemas");
		coordinator.open(GROUPS, number, "Decidir qué se hace con la acción");
		coordinator.choose("Sigue adelante, con otra persona u otro día");
		coordinator.fill("Motivo", "Se le da acceso.");
		Browser.picture(coordinator.page(), "story-action-decided");
		coordinator.complete();
		owner.open(MINE, number, "Hacer la acción correctiva");
		assertThat(owner.page().locator(".escala-card")).containsText("Acciones correctivas");
	}

	private JsonNode await(CaseNumber number, Predicate<JsonNode> enough) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.server.get("agente", "/api/escalations/" + number), enough);
	}

	private TasklistUser as(String user) {
		return this.people.computeIfAbsent(user, (name) -> new TasklistUser(this.browser, this.server, name));
	}

}
