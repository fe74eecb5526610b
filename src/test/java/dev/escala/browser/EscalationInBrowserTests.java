package dev.escala.browser;

import java.io.IOException;
import java.time.Duration;

import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

@TestMethodOrder(OrderAnnotation.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class EscalationInBrowserTests {

	private static final String GROUPS = "Tareas de mis grupos";

	private Browser browser;

	private DemoServer server;

	private DemoPeople people;

	@BeforeAll
	void startTheDemo() throws Exception {
		this.browser = Browser.start();
		this.server = DemoServer.start();
		this.people = new DemoPeople(this.browser, this.server);
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
	@Order(2)
	@DisplayName("README's tour word by word: on the way an exception is refused and asked again, the plan changes, the customer is asked, the resolution comes back and closing is refused")
	void tour() throws IOException {
		new TourExample(this.people, this.server).holds();
	}

	@Test
	@Order(3)
	@DisplayName("A customer without an address is called: at first, with the plan, when it is resolved and when it is closed; some days later once more, and that call becomes a complaint (004-57)")
	void called() {
		CaseNumber closed = new CallExample(this.people, this.server).holds();
		new FollowUpExample(this.people, this.server).holds(closed);
	}

	@Test
	@Order(4)
	@DisplayName("A case that nobody takes in time reaches the manager, and nobody's work is ended; the plan of a critical case is read first; the diagram opens on the sheet of the task")
	void reachesTheManager() {
		this.server.awaitCases();
		CaseNumber number = this.people.driver().report("agente", Forms.with(Forms.report("NORTE"), "impact", "HIGH"));

		ClockUtil.offset(Duration.ofMinutes(40).toMillis());
		TasklistUser manager = this.people.as("gerente");
		manager.open(GROUPS, number, "Atender el plazo vencido");
		assertThat(manager.page().locator(".escala-card")).containsText("Venció el plazo «Acuse»");
		Browser.picture(manager.page(), "story-breach");
		manager.fill("Qué se ha decidido", "Llamo a Tecnología ahora mismo.");
		manager.complete();

		TasklistUser owner = this.people.as("tecnologia");
		owner.open(GROUPS, number, "Hacerse cargo");
		owner.openDiagram();
		assertThat(owner.page().locator(".bjs-breadcrumbs:visible li"))
			.hasText(new String[] { "Escalamiento de cliente", "Atender el escalamiento", "Crear" });
		assertThat(owner.page().locator(".highlight[data-element-id=userTask_takeOver]")).isVisible();
		Browser.picture(owner.page(), "story-diagram");
		this.people.meanwhile(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
		this.people.meanwhile(number, "tecnologia", "userTask_preparePlan", Forms.plan());
		TasklistUser reader = this.people.as("arquitecto");
		reader.open(GROUPS, number, "Leer el mensaje antes de enviarlo");
		assertThat(reader.page().locator(".escala-card")).containsText("mañana reenviamos las facturas");
		reader.choose("Sí, enviarlo");
		reader.complete();
	}

	@Test
	@Order(5)
	@DisplayName("A complaint from a phone: receipt read, asked to complete, refused by a letter that came back from its reader, not solved, put right; axe finds nothing")
	void complained() throws IOException {
		new ComplaintExample(this.browser, this.people, this.server).holds();
	}

	@Test
	@Order(6)
	@Tag("thorough")
	@DisplayName("From the web to the contract: called thrice by protocol, again in a month, qualified, a quote that waits until it is granted, won; another goes to a competitor; the figures say so (002-07, 002-14, 002-15, 002-17, 004-06, 004-17, 004-18)")
	void sold() {
		new SaleExample(this.browser, this.people, this.server).holds();
	}

	@Test
	@Order(1)
	@DisplayName("The example of the procedure: held on the phone, asked, decided with conditions, passed on; the next one sees it")
	void askedBeforeCommitting() {
		new AskExample(this.people, this.server).holds();
	}

}
