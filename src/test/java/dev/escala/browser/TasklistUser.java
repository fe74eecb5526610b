package dev.escala.browser;

import java.net.URI;
import java.util.function.Consumer;

import com.microsoft.playwright.BrowserContext;
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

	private final Browser browser;

	private final Page page;

	private final String tasklist;

	TasklistUser(Browser browser, DemoServer server, String user) {
		this(browser, server.port(), user, DemoServer.PASSWORD);
	}

	TasklistUser(Browser browser, int port, String user, String password) {
		this.browser = browser;
		this.page = browser.newContext("es-ES").newPage();
		this.tasklist = "http://127.0.0.1:" + port + "/camunda/app/tasklist/default/";
		Browser.login(this.page, port, user, password);
	}

	Page page() {
		return this.page;
	}

	/**
	 * The same person in a window of their own, for the pages beside Tasklist. In a tab
	 * of the same window the one behind is drawn once a second, and each click on it
	 * waits for that.
	 */
	Page beside(String path) {
		BrowserContext window = this.browser.newContext("es-ES");
		window.addCookies(this.page.context().cookies());
		Page beside = window.newPage();
		beside.navigate(URI.create(this.tasklist).resolve(path).toString());
		return beside;
	}

	/** Opens the start form of the escalation. */
	void openStartForm() {
		openStartForm("Iniciar un proceso", "Escalamiento de cliente");
	}

	/** Opens a start form by the button above and the name of the process. */
	void openStartForm(String button, String process) {
		this.page.getByText(button).first().click();
		this.page.locator(".modal-content ul.processes a", new Page.LocatorOptions().setHasText(process)).click();
		this.page.locator(".modal-content .fjs-container").waitFor();
	}

	/** Sends the start form. */
	void start() {
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
		look(filter, number, task);
		if (this.page.locator(".disabled-form").count() > 0) {
			take();
		}
	}

	/** Opens a task of a case from one of the ready-made filters and leaves it there. */
	void look(String filter, CaseNumber number, String task) {
		Locator entry = this.page.locator(".tasks-list > li", new Page.LocatorOptions().setHasText(number.value()))
			.filter(new Locator.FilterOptions().setHasText(task));
		waitFor(filter, entry);
		entry.locator("h4 a").first().click();
		assertThat(this.page.locator(".escala-card")).containsText(number.value());
		this.page.locator(".fjs-container").waitFor();
	}

	/** Takes the task that is open, at its grey form. */
	void take() {
		take("Tomar la tarea");
	}

	/** Takes the task that is open, by the words of the button at its grey form. */
	void take(String button) {
		this.page.locator(".escala-take")
			.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(button))
			.click();
		this.page.locator(".disabled-form")
			.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED));
	}

	/** Opens a task by its address, as a link in a mail does. */
	void openByAddress(String taskId) {
		this.page.navigate(this.tasklist + "#/?task=" + taskId);
		this.page.locator(".fjs-container").waitFor();
	}

	/**
	 * Jobs run in the background, so the task may need a moment and another look. The
	 * filter is opened in any case: the entry may still stand in the list of another one,
	 * which is about to lose it.
	 */
	private void waitFor(String filter, Locator entry) {
		boolean there = false;
		for (int look = 0; look < 60 && !there; look++) {
			this.page.locator(".task-filter", new Page.LocatorOptions().setHasText(filter))
				.locator("a")
				.first()
				.click();
			try {
				entry.first().waitFor(new Locator.WaitForOptions().setTimeout(500));
				there = true;
			}
			catch (TimeoutError ex) {
				// Not there yet.
			}
		}
		assertThat(entry).hasCount(1);
	}

	/** Types, and goes on at once. */
	void fill(String label, String text) {
		this.page.getByLabel(label).first().fill(text);
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

	/** Does with the case what its card offers; the card is drawn anew after that. */
	void act(String action, Consumer<Locator> filling) {
		Locator.GetByRoleOptions named = new Locator.GetByRoleOptions().setName(action).setExact(true);
		this.page.locator(".escala-card .escala-actions").getByRole(AriaRole.BUTTON, named).first().click();
		Locator form = this.page.locator(".escala-action-form");
		filling.accept(form);
		form.getByRole(AriaRole.BUTTON, named).click();
		try {
			assertThat(form).hasCount(0);
		}
		catch (AssertionError ex) {
			Browser.picture(this.page, "action-failed");
			throw ex;
		}
	}

	/** Sends the form; the task leaves the screen. */
	void complete() {
		button("Completar").click();
		try {
			this.page.locator(".fjs-container")
				.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.DETACHED).setTimeout(20_000));
		}
		catch (TimeoutError ex) {
			Browser.picture(this.page, "task-not-completed");
			throw new AssertionError(
					"Not completed: " + this.page.locator(".page-notifications, .fjs-form-field-error").allInnerTexts(),
					ex);
		}
	}

	/** Sends the form, is refused, and returns what the page says. */
	String refused() {
		button("Completar").click();
		Locator message = this.page.locator(".page-notifications .alert .message").first();
		message.waitFor();
		return message.innerText();
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

}
