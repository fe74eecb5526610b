package dev.escala.browser;

import java.time.Duration;

import com.microsoft.playwright.FrameLocator;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import org.awaitility.Awaitility;

/** The demo's mailbox in a window, and where its letters lead. */
class DemoMailbox {

	private final Page page;

	DemoMailbox(TasklistUser reader, String path) {
		this.page = reader.beside(path);
	}

	/** Opens the newest mail to somebody that says so, as soon as it is there. */
	void open(String to, String text) {
		Locator mail = this.page.locator(".mails li").filter(new Locator.FilterOptions().setHasText(to));
		Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> {
			search(text);
			return mail.count() > 0;
		});
		mail.first().click();
	}

	/** The mails that say so, newest first. */
	Locator search(String text) {
		Locator back = this.page.locator("a.back");
		if (back.count() > 0) {
			back.click();
		}
		this.page.getByLabel("Buscar por destinatario o texto").fill(text);
		this.page.locator("main").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Buscar")).click();
		this.page.waitForLoadState();
		return this.page.locator(".mails li");
	}

	/** The mail that is open, as its reader sees it. */
	Locator letter() {
		return this.page.frameLocator("iframe").locator("body");
	}

	/** Follows a button of the mail that is open. */
	Page follow(String button) {
		return this.page.waitForPopup(() -> this.page.frameLocator("iframe")
			.getByRole(AriaRole.LINK, new FrameLocator.GetByRoleOptions().setName(button))
			.click());
	}

	Page page() {
		return this.page;
	}

	void close() {
		this.page.context().close();
	}

}
