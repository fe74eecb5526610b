package dev.escala.browser;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import org.awaitility.Awaitility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * README's tour of a case, in its own words, with a few detours on the same case; the
 * resolution comes back once, as step 4 offers.
 */
class TourExample {

	private static final String REFUND = "El reembolso de junio";

	/** What the customer receives, by subject. */
	private static final List<String> LETTERS = List.of("Nos hacemos cargo", "Nuestro plan de acción", "Cambia su plan",
			"Necesitamos su respuesta", "Respuesta a su mensaje", "Resuelto, falta que usted lo confirme",
			"Qué ocurrió y qué hemos cambiado", "Su caso queda cerrado");

	private static final String LUNA = "Cobro de dos cuotas en el mismo mes";

	private final DemoPeople people;

	private final DemoServer server;

	private final ReadmeWords readme;

	private final String groups;

	private final String mine;

	private final String execute;

	private CaseNumber number;

	private TourDetours detours;

	TourExample(DemoPeople people, DemoServer server) throws IOException {
		this.people = people;
		this.server = server;
		this.readme = ReadmeWords.between("## A case in five minutes", "**Ask before you commit**");
		this.groups = word("Tareas de mis grupos");
		this.mine = word("Mis tareas");
		this.execute = word("Ejecutar el plan de acción");
	}

	/** From the report to the customer's mailbox. */
	void holds() {
		report();
		takeOver();
		plan();
		this.detours.exceptionRefusedFirst();
		this.detours.planChanged();
		this.detours.customerAsked();
		resolve();
		close();
		explain();
		readAsTheCustomer();
		this.detours.actionPassedOn();
		this.readme.allMet();
	}

	private void report() {
		TasklistUser agent = as("agente");
		agent.openStartForm(word("Iniciar un proceso"), word("Escalamiento de cliente"));
		agent.fill("Cliente (código o nombre)", word("NORTE"));
		agent.fill("Asunto", "Las recetas no se imprimen");
		agent.fill("Qué ocurre", "Desde esta mañana, en varias plantas.");
		agent.select("Quién lo plantea", "El cliente lo pidió");
		agent.select("Por qué se escala", word("Hace falta otra especialidad"));
		agent.select("Criterio", "Características técnicas");
		agent.select("Especialidad que puede resolverlo", word("Tecnología"));
		agent.select("Impacto", word("Medio"));
		agent.select("Urgencia", word("Alta"));
		agent.fill(word("Asuntos que plantea el cliente"), REFUND);
		Browser.picture(agent.page(), "story-start-form");
		agent.start();
		this.number = new CaseNumber(this.server.numberOf("Las recetas no se imprimen"));
		Locator told = agent.page().locator(".escala-started");
		assertThat(told)
			.containsText(Pattern.compile(this.number + ": lo recibe Tecnología antes de(l| las?) .*\\d\\."));
		assertThat(told.getByText("Ver el caso")).hasAttribute("href", Pattern.compile("/casos/" + this.number + "$"));
		Browser.picture(agent.page(), "story-started");
		this.detours = new TourDetours(this.people, this.readme, this.number);
	}

	private void takeOver() {
		TasklistUser owner = as("tecnologia");
		owner.look(this.groups, this.number, word("Hacerse cargo"));
		owner.take(word("Tomar la tarea"));
		owner.look(this.mine, this.number, "Hacerse cargo");
		Locator card = owner.page().locator(".escala-card");
		assertThat(card.locator(".escala-facts")).containsText(Pattern.compile("Hospital del Norte.*Oro"));
		assertThat(card.locator(".escala-clocks")).containsText("Acuse");
		assertThat(card.locator(".escala-happened")).containsText("Agente Demostración");
		assertThat(card.locator(".escala-guidance")).containsText("Por qué usted");
		owner.choose("Me hago cargo");
		Browser.picture(owner.page(), "story-take-over");
		owner.complete();
	}

	/** The letter says «reembolso», so that managers read it first. */
	private void plan() {
		TasklistUser owner = as("tecnologia");
		owner.open(this.mine, this.number, word("Preparar el plan de acción"));
		Locator form = owner.page().locator(".fjs-container");
		assertThat(form).containsText("No está en el borrador.");
		assertThat(form).containsText("«" + REFUND + "»: trata una compensación.");
		Browser.picture(form, "story-left-out");
		owner.fill("Pasos del plan (uno por línea)", "Reproducir\nActualizar el controlador");
		owner.fill("Días laborables previstos", "2");
		owner.fill("Qué le diremos al cliente",
				"El controlador " + word("probablemente") + " queda actualizado esta tarde.");
		assertThat(owner.refused()).contains("«probablemente»");
		Browser.picture(owner.page(), "story-probably");
		owner.fill("Qué le diremos al cliente", "Actualizamos el controlador de impresión esta tarde. El "
				+ word("reembolso") + " de junio sale el viernes.");
		Browser.picture(owner.page(), "story-plan");
		owner.complete();

		TasklistUser manager = as("gerente");
		manager.look(this.groups, new CaseNumber(this.server.numberOf(LUNA)), "Leer el mensaje antes de enviarlo");
		this.detours.letterRead("Actualizamos el controlador");
	}

	private void resolve() {
		TasklistUser owner = as("tecnologia");
		finishPlan();
		declare("El equipo lo da por resuelto.");
		verify("Devolver al equipo", "En la planta 3 sigue sin imprimir.");

		owner.open(this.mine, this.number, this.execute);
		assertThat(owner.page().locator(".escala-card")).containsText("En la planta 3 sigue sin imprimir.");
		Browser.picture(owner.page(), "story-sent-back");
		finishPlan();
		declare("Ahora sí, en todas las plantas.");
		verify("Verificada", "Impreso en cada planta.");
		TasklistUser executive = as("ejecutivo");
		executive.open(this.groups, this.number, word("Confirmar con el cliente"));
		executive.choose("Sí, lo usa con normalidad");
		executive.fill("Qué dijo el cliente", "Todo imprime.");
		executive.select("Satisfacción del cliente", "4");
		executive.complete();
	}

	private void finishPlan() {
		TasklistUser owner = as("tecnologia");
		owner.open(this.mine, this.number, this.execute);
		owner.choose("El plan está " + word("terminado"));
		owner.fill("Qué se ha hecho", "Controlador actualizado.");
		owner.complete();
	}

	private void declare(String reason) {
		TasklistUser manager = as("gerente");
		manager.open(this.groups, this.number, "Declarar la resolución");
		manager.choose("Sí, se declara resuelto");
		manager.fill("Motivo", reason);
		manager.complete();
	}

	private void verify(String result, String checked) {
		TasklistUser architect = as("arquitecto");
		architect.open(this.groups, this.number, word("Verificar la resolución"));
		architect.choose(result);
		architect.fill("Qué se ha comprobado", checked);
		architect.complete();
	}

	/** Refused while the customer's own matter is open. */
	private void close() {
		TasklistUser owner = as("tecnologia");
		owner.open(this.mine, this.number, word("Comprobar el cierre"));
		owner.fill("Resumen del cierre", "Controlador actualizado en todas las plantas.");
		owner.fill("Lecciones aprendidas", "Probar en todas las plantas.");
		assertThat(owner.refused()).contains("No se puede cerrar " + this.number).contains(REFUND);
		Browser.picture(owner.page(), "story-closing-refused");
		owner.choose(REFUND);
		owner.complete();
	}

	private void explain() {
		TasklistUser coordinator = as("problemas");
		coordinator.open(this.groups, this.number, "Escribir el RCA interno");
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
		reviewer.open(this.groups, this.number, "Revisar la versión para el cliente");
		Browser.picture(reviewer.page(), "story-rca-review");
		reviewer.choose("Aprobada");
		reviewer.complete();
		TasklistUser executive = as("ejecutivo");
		executive.open(this.groups, this.number, "Compartir el RCA con el cliente");
		executive.complete();
		JsonNode closed = await((details) -> details.get("phase").asText().equals("ENDED"));
		assertThat(closed.get("outcome").asText()).isEqualTo("CLOSED");
		assertThat(closed.get("satisfaction").asInt()).isEqualTo(4);
	}

	private void readAsTheCustomer() {
		await((details) -> details.get("messages").findValuesAsText("step").contains("rca")
				&& details.get("messages").findValuesAsText("status").stream().allMatch("SENT"::equals));
		DemoMailbox mailbox = new DemoMailbox(as("agente"), word("/buzon"));
		mailbox.open("sistemas@norte.example", "Qué ocurrió y qué hemos cambiado");
		assertThat(mailbox.page().locator("body")).containsText("sistemas@norte.example");
		assertThat(mailbox.letter()).containsText("La impresora no entendía el formato nuevo.");
		assertThat(mailbox.letter()).not().containsText("No se probó el cambio");
		Browser.picture(mailbox.page(), "story-mailbox");
		Page customer = mailbox.follow(word("Ver cómo va mi caso"));
		assertThat(customer.locator(".events li")).not().hasCount(0);
		Browser.picture(customer, "story-customer-end");
		customer.close();
		Locator received = mailbox.search(this.number.value())
			.filter(new Locator.FilterOptions().setHasText("sistemas@norte.example"));
		LETTERS.forEach(
				(letter) -> assertThat(received.filter(new Locator.FilterOptions().setHasText(letter))).hasCount(1));
		Browser.picture(mailbox.page(), "story-mailbox-list");
		mailbox.open("operations@" + word("PUERTO").toLowerCase(Locale.ROOT) + ".example",
				"We have found the slow queue");
		assertThat(mailbox.letter()).containsText("See how my case is going");
		mailbox.close();
		Page messages = this.people.as("supervisor").beside(this.readme.word("/mensajes") + "?texto=" + this.number);
		assertThat(messages.locator(".mails")).containsText("sistemas@norte.example");
		Browser.picture(messages, "story-messages");
		messages.context().close();
		Page cases = this.people.as("supervisor").beside(word("/casos") + "?estado=todos&texto=" + this.number);
		assertThat(cases.locator(".cases")).containsText(this.number.value());
		Browser.picture(cases, "story-cases");
		cases.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(word("Ayuda")).setExact(true)).click();
		assertThat(cases.locator("h1").first()).containsText("Guía de Escala");
		Browser.picture(cases, "story-help");
		cases.navigate(cases.url().replaceFirst("/ayuda.*", word("/panel")));
		assertThat(cases.locator("main")).containsText("Semana a semana");
		Browser.picture(cases, "story-panel");
		cases.context().close();
	}

	private JsonNode await(Predicate<JsonNode> enough) {
		return Awaitility.await()
			.atMost(Duration.ofSeconds(60))
			.until(() -> this.server.get("agente", "/api/escalations/" + this.number), enough);
	}

	private TasklistUser as(String user) {
		return this.people.as(word(user));
	}

	private String word(String word) {
		return this.readme.word(word);
	}

}
