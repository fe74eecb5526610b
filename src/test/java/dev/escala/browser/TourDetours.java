package dev.escala.browser;

import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * What happens to cases on the way, on the case of README's tour: a no that is asked
 * again, a plan that changes, a question to the customer.
 */
class TourDetours {

	private static final String QUESTION = "¿Qué programa usan en la planta 3?";

	private final DemoPeople people;

	private final ReadmeWords readme;

	private final CaseNumber number;

	private final String groups;

	private final String mine;

	private final String execute;

	TourDetours(DemoPeople people, ReadmeWords readme, CaseNumber number) {
		this.people = people;
		this.readme = readme;
		this.number = number;
		this.groups = word("Tareas de mis grupos");
		this.mine = word("Mis tareas");
		this.execute = word("Ejecutar el plan de acción");
	}

	/** Somebody else reads the letter first. */
	void letterRead(String text) {
		TasklistUser manager = as("gerente");
		manager.open(this.groups, this.number, "Leer el mensaje antes de enviarlo");
		assertThat(manager.page().locator(".escala-card")).containsText(text);
		Browser.picture(manager.page(), "story-second-reader");
		manager.choose("Sí, enviarlo");
		manager.complete();
	}

	/** The case is closed, its corrective action is not done. */
	void actionPassedOn() {
		TasklistUser owner = as("tecnologia");
		owner.open(this.mine, this.number, "Hacer la acción correctiva");
		assertThat(owner.page().locator(".fjs-container")).containsText("Probar cada cambio de formato");
		owner.choose("No se puede hacer");
		owner.fill("Qué se hizo, o por qué no se puede hacer", "No tengo acceso a las plantas.");
		Browser.picture(owner.page(), "story-action");
		owner.complete();
		TasklistUser coordinator = as("problemas");
		coordinator.open(this.groups, this.number, "Decidir qué se hace con la acción");
		coordinator.choose("Sigue adelante, con otra persona u otro día");
		coordinator.fill("Motivo", "Se le da acceso.");
		Browser.picture(coordinator.page(), "story-action-decided");
		coordinator.complete();
		owner.open(this.mine, this.number, "Hacer la acción correctiva");
		assertThat(owner.page().locator(".escala-card")).containsText("Acciones correctivas");
	}

	/** Refused first, then asked again of the same level, which grants it. */
	void exceptionRefusedFirst() {
		TasklistUser owner = as("tecnologia");
		owner.open(this.mine, this.number, this.execute);
		owner.act(word("Conceder una excepción"), (form) -> {
			form.getByLabel("Qué concede").first().selectOption("Dinero");
			form.getByLabel("Importe en euros").fill("30 €");
			form.getByLabel("Qué concede exactamente").fill("Los portes de la impresora de repuesto.");
			form.getByLabel("Por qué").fill("Es error nuestro.");
			form.locator("button[type=submit]").click();
			assertThat(form).containsText("Escriba un número entero, solo con cifras.");
			Browser.picture(form, "story-grant");
			form.getByLabel("Importe en euros").fill("30");
		});
		assertThat(owner.page().locator(".escala-happened")).containsText("Concedió, dentro de su límite");
		ask(owner, "Actualizar fuera del corte semanal.");
		decide("No se concede", "El corte existe por algo.", null);

		owner.open(this.mine, this.number, this.execute);
		assertThat(owner.page().locator(".escala-returned")).containsText("No se concede. El corte existe por algo.");
		owner.choose(word("Hace falta más rango, una excepción o recursos"));
		owner.choose("Nivel 2, Gerencia, que la última vez dijo que no: diga qué ha cambiado");
		Browser.picture(owner.page().locator(".fjs-container"), "story-ask-again");
		ask(owner, "El cliente acepta que sea de noche.");
		decide("Se concede", "De noche no molesta a nadie.", "Actualizar esta noche.");
	}

	private void ask(TasklistUser owner, String request) {
		owner.choose(word("Hace falta más rango, una excepción o recursos"));
		owner.fill("Qué se ha hecho", "Se encontró la causa.");
		owner.select("Qué se pide", "Una excepción a una norma");
		owner.fill("Qué excepción, política o recursos hacen falta", request);
		owner.complete();
	}

	private void decide(String decision, String reason, String granted) {
		TasklistUser manager = as("gerente");
		manager.open(this.groups, this.number, word("Decidir la excepción o los recursos"));
		Browser.picture(manager.page(), "story-exception");
		manager.choose(decision);
		if (granted != null) {
			manager.fill("Excepción concedida", granted);
		}
		manager.fill("Motivo", reason);
		manager.complete();
	}

	/** Until the customer was told, the plan is the one that they know. */
	void planChanged() {
		TasklistUser owner = as("tecnologia");
		owner.open(this.mine, this.number, this.execute);
		assertThat(owner.page().locator(".escala-card")).containsText("Se concede. De noche no molesta a nadie.");
		owner.choose("Hay que ajustar el plan");
		owner.fill("Qué se ha hecho", "La excepción está concedida.");
		owner.complete();
		owner.open(this.mine, this.number, "Ajustar el plan");
		owner.fill("Pasos del plan (uno por línea)", "Actualizar el controlador esta noche\nImprimir en cada planta");
		owner.fill("Días laborables previstos", "1");
		owner.fill("Por qué cambia el plan", "La excepción permite hacerlo antes del corte.");
		owner.fill("Qué le diremos al cliente del cambio",
				"Lo hacemos esta noche, porque así no paramos ninguna planta. El reembolso sale el viernes.");
		Browser.picture(owner.page(), "story-adjust");
		owner.complete();

		TasklistUser manager = as("gerente");
		manager.look(this.groups, this.number, "Leer el mensaje antes de enviarlo");
		Locator card = manager.page().locator(".escala-card");
		assertThat(card).containsText("Plan de acción, versión 1");
		assertThat(card).containsText("Plan nuevo, versión 2: vale cuando el cliente lo sepa");
		Browser.picture(manager.page(), "story-plan-pending");
		letterRead("Lo hacemos esta noche");
		owner.open(this.mine, this.number, this.execute);
		assertThat(owner.page().locator(".escala-card")).containsText("Plan de acción, versión 2");
		assertThat(owner.page().locator(".escala-card")).not().containsText("Plan nuevo");
	}

	/** The case waits from when the question has left, and goes on with the answer. */
	void customerAsked() {
		TasklistUser owner = as("tecnologia");
		owner.act("Poner en pausa", (form) -> {
			form.getByLabel("Qué se espera").selectOption("Espera al cliente");
			form.getByLabel("Qué falta exactamente").fill(QUESTION);
			Browser.picture(owner.page(), "story-pause");
		});
		DemoMailbox mailbox = new DemoMailbox(as("agente"), word("/buzon"));
		mailbox.open("sistemas@norte.example", QUESTION);
		Page customer = mailbox.follow(word("Ver cómo va mi caso"));
		assertThat(customer.locator(".waiting")).containsText("Necesitamos su respuesta");
		assertThat(customer.locator(".waiting")).containsText(QUESTION);
		Browser.picture(customer, "story-customer-asked");
		owner.open(this.mine, this.number, this.execute);
		assertThat(owner.page().locator(".escala-facts")).containsText("En pausa");
		Browser.picture(owner.page(), "story-paused");

		customer.getByLabel("Su mensaje").fill("Usamos Receta Fácil, versión 7.");
		customer.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enviar mensaje")).click();
		assertThat(customer.getByRole(AriaRole.STATUS)).containsText("Hemos recibido su mensaje");
		assertThat(customer.locator(".waiting")).hasCount(0);
		Browser.picture(customer, "story-customer-answered");
		mailbox.close();
		owner.open(this.mine, this.number, "Responder al cliente");
		assertThat(owner.page().locator(".escala-facts")).not().containsText("En pausa");
		assertThat(owner.page().locator(".escala-card")).containsText("Usamos Receta Fácil, versión 7.");
		Browser.picture(owner.page(), "story-answered");
		this.people.driver().reply(this.number, "tecnologia", Map.of("replyMessage", "Gracias: con eso seguimos."));
	}

	private TasklistUser as(String user) {
		return this.people.as(word(user));
	}

	private String word(String word) {
		return this.readme.word(word);
	}

}
