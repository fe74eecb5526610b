package dev.escala.complaint.web;

import java.io.IOException;
import java.nio.file.Files;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.escala.complaint.receipt.ReceiptStory;
import dev.escala.support.Browser;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The page for the key in a browser without JavaScript")
class KeyPageInBrowserTests extends ReceiptStory {

	private static Browser browser;

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

	@Test
	@DisplayName("A customer mistypes the key, corrects it, reads how things stand, and downloads the receipt")
	void wholeWay() throws IOException {
		Presented presented = presented("JUSTES", "es", null);
		String key = presented.key().toString();
		try (BrowserContext visitor = browser.newVisitorWithoutScripts("es-ES")) {
			Page page = visitor.newPage();
			page.navigate(address());
			page.getByLabel("Su clave").fill(key.substring(1) + key.charAt(0));
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ver cómo va")).click();
			assertThat(page.getByRole(AriaRole.ALERT)).containsText("Esta clave no abre nada");
			assertThat(page.getByLabel("Su clave")).hasValue(key.substring(1) + key.charAt(0));

			page.getByLabel("Su clave").fill(key.replace("-", " "));
			page.getByLabel("Su clave").press("Enter");
			assertThat(page.getByText("Su caso " + presented.number())).isVisible();
			Download download = page.waitForDownload(() -> page.getByText("Descargar el justificante (PDF)").click());
			assertThat(download.suggestedFilename()).isEqualTo("justificante-" + presented.number() + ".pdf");
			assertThat(Files.readAllBytes(download.path())).isEqualTo(presented.receipt().pdf());
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enviármelo otra vez por correo"))
				.click();
			assertThat(page.getByRole(AriaRole.STATUS)).containsText("Le hemos enviado otra vez el justificante");
			assertThat(queued(presented.number())).hasSize(1);
		}
	}

	@ParameterizedTest
	@CsvSource({ "es-ES, false", "es-ES, true", "en-GB, false", "en-GB, true" })
	@DisplayName("Everybody can use it, on a phone too: axe finds nothing, and nothing is wider than the screen")
	void accessible(String locale, boolean phone) {
		Presented presented = presented(locale.startsWith("en") ? "JUSTEN" : "JUSTES", locale.substring(0, 2), null);
		String name = "key-" + locale + (phone ? "-phone" : "");
		try (BrowserContext visitor = phone ? browser.newPhone(locale) : browser.newContext(locale)) {
			Page page = visitor.newPage();
			page.navigate(address());
			Browser.picture(page, name);
			Browser.assertReadable(page, name);
			page.locator("#clave").fill("2222-2222-2222-2222");
			page.locator("button").click();
			page.locator("[role=alert]").waitFor();
			Browser.picture(page, name + "-wrong");
			Browser.assertReadable(page, name + "-wrong");
			page.locator("#clave").fill(presented.key().toString());
			page.locator("button").click();
			page.locator("a[href$='/justificante']").waitFor();
			page.locator("a[href$='/justificante']").scrollIntoViewIfNeeded();
			Browser.picture(page, name + "-opened");
			Browser.assertReadable(page, name + "-opened");
		}
	}

	private String address() {
		return "http://127.0.0.1:" + this.port + "/seguimiento";
	}

}
