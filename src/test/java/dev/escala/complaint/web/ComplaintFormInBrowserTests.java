package dev.escala.complaint.web;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;

import javax.imageio.ImageIO;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.escala.reference.CaseNumber;
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
@DisplayName("Complaining on the public page, on a phone and without JavaScript")
class ComplaintFormInBrowserTests extends ComplaintFormStory {

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
	@DisplayName("A customer forgets the address, adds it with a photo, and reads number, key and the page with the receipt")
	void wholeWay() throws IOException {
		try (BrowserContext phone = browser.newPhone("es-ES")) {
			Page page = phone.newPage();
			page.navigate(address());
			page.getByLabel("Cuéntenos qué ha pasado").fill("El router se apaga solo.\nLlevo así una semana.");
			page.getByLabel("Nombre y apellidos").fill("Marta del Teléfono");
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enviar la reclamación")).click();
			assertThat(page.getByRole(AriaRole.ALERT)).containsText("Escriba un correo completo");
			assertThat(page.locator("#email-wrong")).containsText("Escriba un correo completo");
			assertThat(page.getByLabel("Cuéntenos qué ha pasado"))
				.hasValue("El router se apaga solo.\nLlevo así una semana.");

			page.locator("#problems a").click();
			assertThat(page.locator("#email")).isFocused();
			page.locator("#email").fill("marta@telefono.example");
			byte[] photo = photo();
			page.locator("#files").setInputFiles(new FilePayload("router.jpg", "image/jpeg", photo));
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Enviar la reclamación")).click();
			assertThat(page.getByText("Hemos recibido su reclamación")).isVisible();
			CaseNumber number = new CaseNumber(page.locator("#number").innerText());
			assertThat(this.files.files(number)).singleElement()
				.satisfies((file) -> assertThat(this.files.get(number, file.id()).content()).isEqualTo(photo));
			String key = page.locator("#key").innerText();
			page.reload();
			assertThat(page.locator("#key")).hasText(key);
			page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ver cómo va")).click();
			assertThat(page.getByText("Descargar el justificante (PDF)")).isVisible();
			assertThat(page.getByText("Su caso " + number)).isVisible();
		}
	}

	@ParameterizedTest
	@CsvSource({ "es-ES, false", "es-ES, true", "en-GB, false", "en-GB, true" })
	@DisplayName("Everybody can use it: axe finds nothing, and nothing is wider than the screen")
	void accessible(String locale, boolean narrow) {
		String name = "complain-" + locale + (narrow ? "-phone" : "");
		try (BrowserContext visitor = narrow ? browser.newPhone(locale) : browser.newContext(locale)) {
			Page page = visitor.newPage();
			page.navigate(address());
			seen(page, name);
			page.locator("#description").fill("No funciona nada.");
			page.locator("button").click();
			page.locator("[role=alert]").waitFor();
			seen(page, name + "-wrong");
			page.locator("#name").fill("Jo Thames");
			page.locator("#email").fill("jo.thames." + name + "@example.com");
			page.locator("button").click();
			page.locator("#key").waitFor();
			seen(page, name + "-done");
			page.navigate(address() + "/nada");
			seen(page, name + "-missing");
		}
	}

	private static void seen(Page page, String name) {
		page.screenshot(
				new ScreenshotOptions().setFullPage(true).setPath(Path.of("target", "screenshots", name + ".png")));
		Browser.assertReadable(page, name);
	}

	private static byte[] photo() throws IOException {
		BufferedImage image = new BufferedImage(320, 240, BufferedImage.TYPE_INT_RGB);
		Graphics2D draw = image.createGraphics();
		draw.setColor(Color.ORANGE);
		draw.fillOval(40, 40, 200, 150);
		draw.dispose();
		ByteArrayOutputStream bytes = new ByteArrayOutputStream();
		ImageIO.write(image, "jpg", bytes);
		return bytes.toByteArray();
	}

	private String address() {
		return "http://127.0.0.1:" + this.port + "/reclamar";
	}

}
