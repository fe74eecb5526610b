package dev.escala.escalation.web;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.access.Role;
import dev.escala.contact.CustomerContacts;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterIntent;
import dev.escala.letter.ReplyPoints;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.Browser;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("An owner answers a customer point by point in a browser")
class ReplyPageInBrowserTests extends TrackingStory {

	private static Browser browser;

	@Autowired
	private CustomerContacts contacts;

	@Autowired
	private CustomerLetters letters;

	@Autowired
	private ReplyPoints points;

	@BeforeAll
	static void start() {
		browser = Browser.start();
	}

	@AfterAll
	static void stop() {
		if (browser != null) {
			browser.close();
		}
	}

	/** Without an administrator, Camunda's login asks for the first one. */
	@BeforeEach
	void givenAnAdministrator() {
		this.people.person("reply-admin", Role.ADMINISTRATORS);
	}

	@AfterEach
	void noAdministratorLeft() {
		this.engine.getIdentityService().deleteUser("reply-admin");
	}

	@Test
	@DisplayName("From the task's card, on a phone too, each box is kept when it is left; the task is refused before, and sends all after (003-10)")
	void fromTheTask() {
		CaseNumber number = asked();
		try (BrowserContext visitor = browser.newContext("es-ES")) {
			Page tasklist = visitor.newPage();
			Browser.login(tasklist, this.port, "tecnologia", CaseDriver.PASSWORD);
			tasklist.navigate("http://127.0.0.1:" + this.port + "/camunda/app/tasklist/default/#/?task="
					+ this.people.task(number, "userTask_replyToContact").getId());
			assertThat(tasklist.locator(".escala-card")).containsText("Quedan 2 puntos sin respuesta.");
			complete(tasklist);
			assertThat(tasklist.locator(".page-notifications .alert .message").first())
				.containsText("Quedan 2 puntos del cliente sin respuesta");
			Browser.picture(tasklist, "reply-task-refused");

			Page page = tasklist.waitForPopup(
					() -> tasklist.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(ReplyPoints.LINK))
						.click());
			clean(page, "reply-open");
			onAPhone(page, number);
			answer(page, 1, "Probablemente mañana.");
			assertThat(box(page, 1).locator(".remarks")).containsText("Probablemente");
			answer(page, 1, "Mañana, antes de las diez.");
			assertThat(box(page, 1).locator(".remarks")).hasCount(0);
			answer(page, 2, "Le llamo yo, Tomás, el jueves.");
			assertThat(page.locator("#count")).containsText("Todo está contestado");
			assertThat(page.locator("#letter")).containsText("Le llamo yo, Tomás, el jueves.");
			clean(page, "reply-answered");

			complete(tasklist);
			assertThat(tasklist.locator(".escala-card")).hasCount(0);
		}
		assertThat(this.letters.letters(number)).filteredOn((letter) -> letter.intent() == LetterIntent.REPLY)
			.singleElement()
			.extracting((letter) -> letter.latest().text())
			.asString()
			.contains("«¿Cuándo llega la factura de octubre?»\nMañana, antes de las diez.", "Gracias por contárnoslo");
	}

	/** What a colleague answered meanwhile is told, and what was typed stays. */
	private void onAPhone(Page page, CaseNumber number) {
		page.setViewportSize(390, 844);
		box(page, 1).locator("summary").click();
		this.points.answer(number, new UserId("gerente"), this.points.list(number).get(1).id(), 0, "Hoy.");
		box(page, 1).locator("textarea").fill("Mañana.");
		box(page, 1).locator("textarea").blur();
		assertThat(box(page, 1).locator(".wrong")).containsText("Otra persona cambió este punto");
		assertThat(box(page, 1).locator(".told")).hasText("No se ha guardado");
		assertThat(box(page, 1).locator("textarea")).hasValue("Mañana.");
		clean(page, "reply-phone");
		page.setViewportSize(1400, 900);
	}

	private CaseNumber asked() {
		CaseNumber number = working("SEG");
		this.contacts.add(number, UserId.CUSTOMER,
				"Buenos días:\nAyer les mandamos otra vez el fichero de octubre.\n¿Cuándo llega la factura de octubre? "
						+ "¿Y quién me llama para explicármelo?\nUn saludo,\nAna");
		return number;
	}

	private static void complete(Page tasklist) {
		Locator button = tasklist.getByRole(AriaRole.BUTTON,
				new Page.GetByRoleOptions().setName("Completar").setExact(true));
		assertThat(button).isEnabled();
		button.click();
	}

	private static void answer(Page page, int index, String text) {
		box(page, index).locator("textarea").fill(text);
		box(page, index).locator("textarea").blur();
		assertThat(box(page, index).locator(".told")).hasText("Guardado");
		assertThat(box(page, index).locator(".state")).hasText("Contestado");
	}

	private static Locator box(Page page, int index) {
		return page.locator(".point").nth(index);
	}

	private static void clean(Page page, String name) {
		page.screenshot(new Page.ScreenshotOptions().setFullPage(true)
			.setPath(java.nio.file.Path.of("target", "screenshots", name + ".png")));
		assertThat(new AxeBuilder(page).analyze().getViolations()).isEmpty();
		assertThat(
				(Boolean) page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
			.isTrue();
	}

}
