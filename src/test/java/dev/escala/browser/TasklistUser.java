package dev.escala.browser;

import java.util.LinkedHashMap;
import java.util.Map;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.WaitForSelectorState;
import dev.escala.reference.CaseNumber;
import dev.escala.support.Browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A person who works in Tasklist. */
class TasklistUser {

	private final Page page;

	/** What was typed into the form that is open, by label. */
	private final Map<String, String> typed = new LinkedHashMap<>();

	private final String tasklist;

	TasklistUser(Browser browser, DemoServer server, String user) {
		this(browser, server.port(), user, DemoServer.PASSWORD);
	}

	TasklistUser(Browser browser, int port, String user, String password) {
		this.page = browser.newContext("es-ES").newPage();
		this.tasklist = "http://127.0.0.1:" + port + "/camunda/app/tasklist/default/";
		Browser.login(this.page, port, user, password);
	}

	Page page() {
		return this.page;
	}

	/** Opens the start form of the escalation. */
	void openStartForm() {
		this.page.getByText("Iniciar un proceso").first().click();
		this.page
			.locator(".modal-content ul.processes a", new Page.LocatorOptions().setHasText("Escalamiento de cliente"))
			.click();
		this.page.locator(".modal-content .fjs-container").waitFor();
	}

	/** Sends the start form. */
	void start() {
		typeAgain();
		Locator start = button("Iniciar");
		try {
			assertThat(start).isEnabled();
		}
		catch (AssertionError ex) {
			Browser.picture(this.page, "start-form-incomplete");
			throw ex;
		}
		start.click();
		this.page.locator(".modal-content")
			.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
	}

	/**
	 * Opens a task of a case from one of the ready-made filters and takes it if needed.
	 */
	void open(String filter, CaseNumber number, String task) {
		Locator entry = this.page.locator(".tasks-list > li", new Page.LocatorOptions().setHasText(number.value()))
			.filter(new Locator.FilterOptions().setHasText(task));
		waitFor(filter, entry);
		entry.locator("h4 a").first().click();
		assertThat(this.page.locator(".escala-card")).containsText(number.value());
		this.page.locator(".fjs-container").waitFor();
		if (this.page.locator(".disabled-form").count() > 0) {
			take();
		}
	}

	/** Takes the task that is open, at its grey form. */
	void take() {
		this.page.locator(".escala-take")
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Tomar la tarea"))
			.click();
		this.page.locator(".disabled-form")
			.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
	}

	/** Opens a task by its address, as a link in a mail does. */
	void openByAddress(String taskId) {
		this.page.navigate(this.tasklist + "#/?task=" + taskId);
		this.page.locator(".fjs-container").waitFor();
	}

	/** Jobs run in the background, so the task may need a moment and another look. */
	private void waitFor(String filter, Locator entry) {
		for (int look = 0; look < 30 && entry.count() == 0; look++) {
			this.page.locator(".task-filter", new Page.LocatorOptions().setHasText(filter))
				.locator("a")
				.first()
				.click();
			try {
				entry.first().waitFor(new Locator.WaitForOptions().setTimeout(1_000));
			}
			catch (TimeoutError ex) {
				// Not there yet.
			}
		}
		assertThat(entry).hasCount(1);
	}

	/**
	 * Types, and leaves the field as people do: a form waits a moment for more to be
	 * typed, and on a busy machine whoever completes at once would lose the end.
	 */
	void fill(String label, String text) {
		Locator field = this.page.getByLabel(label).first();
		field.fill(text);
		field.blur();
		this.typed.put(label, text);
	}

	/**
	 * On a busy machine the form may be drawn again while its first field is filled;
	 * whoever sees it empty types again.
	 */
	private void typeAgain() {
		this.typed.forEach((label, text) -> {
			Locator field = this.page.getByLabel(label).first();
			if (field.count() > 0 && !field.inputValue().equals(text)) {
				field.fill(text);
				field.blur();
			}
		});
		this.typed.clear();
	}

	void choose(String label) {
		this.page.locator(".fjs-container label", new Page.LocatorOptions().setHasText(label)).first().click();
	}

	/**
	 * Chooses, and looks whether it took: on a busy machine the list may close before the
	 * click reaches it, and the form would stay incomplete.
	 */
	void select(String label, String option) {
		Locator field = this.page.locator(".fjs-form-field-select", new Page.LocatorOptions().setHasText(label))
			.first();
		Locator shown = field.locator(".fjs-select-display", new Locator.LocatorOptions().setHasText(option));
		for (int look = 0; look < 3 && shown.count() == 0; look++) {
			field.locator(".fjs-input-group").click();
			field.locator(".fjs-dropdownlist-item", new Locator.LocatorOptions().setHasText(option)).first().click();
			try {
				shown.waitFor(new Locator.WaitForOptions().setTimeout(2_000));
			}
			catch (TimeoutError ex) {
				Browser.picture(this.page, "select-missed");
			}
		}
		assertThat(shown).hasCount(1);
	}

	/** Turns to the tab that shows where the case stands. */
	void openDiagram() {
		this.page.locator(".nav-tabs a", new Page.LocatorOptions().setHasText("Diagrama")).click();
	}

	/** Sends the form; the task leaves the screen. */
	void complete() {
		typeAgain();
		button("Completar").click();
		this.page.locator(".fjs-container")
			.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
	}

	/** Sends the form, is refused, and returns what the page says. */
	String refused() {
		typeAgain();
		button("Completar").click();
		Locator message = this.page.locator(".page-notifications .alert .message").first();
		message.waitFor();
		return message.innerText();
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
