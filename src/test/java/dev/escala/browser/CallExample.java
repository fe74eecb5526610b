package dev.escala.browser;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

import com.microsoft.playwright.Locator;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import dev.escala.support.Forms;
import org.awaitility.Awaitility;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A case whose customer has no address: each message is a call. */
class CallExample {

	private static final String MINE = "Mis tareas";

	private final DemoPeople people;

	private final DemoServer server;

	CallExample(DemoPeople people, DemoServer server) {
		this.people = people;
		this.server = server;
	}

	/**
	 * What others do meanwhile is done without a browser.
	 * @return the case, which is closed in the end
	 */
	CaseNumber holds() {
		this.server.bean(Customers.class)
			.create(new SaveCustomer("TEL", "Bodegas Tel", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Ana Ruiz", null, "600 123 456", true)), List.of()));
		CaseNumber number = this.people.driver()
			.report("agente", Forms.with(Forms.report("TEL"), "impact", "LOW", "urgency", "LOW"));
		this.people.meanwhile(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		TasklistUser owner = this.people.as("tecnologia");
		owner.open(MINE, number, "Avisar a los clientes pendientes");
		owner.choose("Bodegas Tel");
		Browser.picture(owner.page().locator(".fjs-container"), "calls-reach");
		owner.choose("Ya lo saben");
		owner.fill("Cómo lo supieron, o por qué no hace falta", "Llamé a Ana Ruiz.");
		owner.complete();

		this.people.meanwhile(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		call(number, "Hemos encontrado la causa y mañana reenviamos las facturas.");
		this.people.meanwhile(number, "tecnologia", "userTask_executePlan", Forms.progress("done"));
		this.people.meanwhile(number, "gerente", "userTask_declareResolution", Forms.declared("yes"));
		this.people.meanwhile(number, "arquitecto", "userTask_verifyResolution", Forms.verified("verified"));
		call(number, "Resuelto");
		this.people.meanwhile(number, "ejecutivo", "userTask_confirmWithCustomer", Forms.usable("yes"));
		this.people.meanwhile(number, "tecnologia", "userTask_checkClosing", Forms.closing());
		call(number, "queda cerrado");
		Awaitility.await().atMost(Duration.ofSeconds(45)).until(() -> this.people.driver().left(number).isEmpty());
		return number;
	}

	private void call(CaseNumber number, String text) {
		TasklistUser owner = this.people.as("tecnologia");
		owner.open(MINE, number, "Llamar al cliente");
		Locator form = owner.page().locator(".fjs-container");
		assertThat(form).containsText("Bodegas Tel: Ana Ruiz, 600 123 456");
		assertThat(form).containsText(text);
		Browser.picture(form, "calls-" + text.split(" ")[0].toLowerCase(Locale.ROOT));
		owner.choose("Se lo conté");
		owner.fill("Nota de la llamada", "Ana Ruiz lo sabe.");
		owner.complete();
	}

}
