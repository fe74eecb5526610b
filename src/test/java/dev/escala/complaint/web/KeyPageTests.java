package dev.escala.complaint.web;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.complaint.receipt.ReceiptStory;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The page where a customer types the key of a complaint (Ley 10/2025 art. 11)")
class KeyPageTests extends ReceiptStory {

	private static final String FORM = "application/x-www-form-urlencoded";

	private static final String NOBODYS = "2222-2222-2222-2222";

	private StaffClient visitor;

	@BeforeEach
	void givenAVisitor() {
		this.visitor = StaffClient.anonymous(this.port);
	}

	@Test
	@DisplayName("asks in Spanish or English, as the browser is set or the visitor chooses, and keeps nothing")
	void asks() {
		HttpResponse<String> spanish = this.visitor.send("GET", "/seguimiento", "Accept-Language", "es-MX");

		assertThat(spanish.statusCode()).isEqualTo(200);
		assertThat(PageForms.withoutTokens(spanish.body()))
			.contains("<html lang=\"es\"", "¿Cómo va mi reclamación?", "Su clave", "href=\"/seguimiento?lang=en\"")
			.doesNotContain("??", "[[", "null", "<script");
		assertThat(spanish.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(spanish.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(spanish.headers().firstValue("Content-Security-Policy").orElseThrow())
			.startsWith("default-src 'none'");
		assertThat(spanish.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(this.visitor.send("GET", "/seguimiento", "Accept-Language", "fr-CA, en;q=0.5").body())
			.contains("<html lang=\"es\"");
		assertThat(this.visitor.send("GET", "/seguimiento", "Accept-Language", "en-GB").body())
			.contains("<html lang=\"en\"", "How is my complaint going?");
		assertThat(this.visitor.send("GET", "/seguimiento?lang=en", "Accept-Language", "es").body())
			.contains("Your key");
		assertThat(this.visitor.send("GET", "/seguimiento/").statusCode()).as("no other way in").isEqualTo(404);
	}

	@Test
	@DisplayName("opens the customer's page of that matter, for a day, with the receipt beside it")
	void opens() throws Exception {
		Presented presented = presented("JUSTES", "es", null);

		HttpResponse<String> answer = type(presented.key().toString().toLowerCase(Locale.ROOT).replace('-', ' '), "es");

		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
		String page = answer.headers().firstValue("Location").orElseThrow();
		assertThat(page).matches("/seguimiento/[A-Za-z0-9_-]{43}\\?lang=es");
		String shown = this.visitor.send("GET", page).body();
		assertThat(shown).contains("Su caso " + presented.number(), "Talleres Íñigo",
				"Descargar el justificante (PDF)");
		String file = page.replaceFirst("\\?.*", "/justificante");
		HttpResponse<byte[]> receipt = HttpClient.newHttpClient()
			.send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + file)).build(),
					BodyHandlers.ofByteArray());
		assertThat(receipt.statusCode()).isEqualTo(200);
		assertThat(receipt.body()).isEqualTo(presented.receipt().pdf());
		assertThat(receipt.headers().firstValue("Content-Type")).hasValue("application/pdf");
		assertThat(receipt.headers().firstValue("Content-Disposition").orElseThrow())
			.contains("justificante-" + presented.number() + ".pdf");
		assertThat(receipt.headers().firstValue("Cache-Control")).hasValue("no-store");

		assertThat(this.visitor.send("GET", location(type(presented.key().toString(), "en"))).body())
			.contains("<html lang=\"en\"", "Download the receipt (PDF)");
		CaseDriver.travel(Duration.ofHours(25));
		assertThat(this.visitor.send("GET", page).statusCode()).as("a day later").isEqualTo(404);
		assertThat(this.visitor.send("GET", file).statusCode()).isEqualTo(404);
		assertThat(type(presented.key().toString(), "es").statusCode()).as("the key stays").isEqualTo(303);
	}

	@Test
	@DisplayName("says of a wrong key what to do, 404, and of too many when to try again, 429")
	void wrong() {
		assertThat(type("  ", "es").statusCode()).isEqualTo(400);
		HttpResponse<String> wrong = type("<b>" + NOBODYS, "es");
		assertThat(wrong.statusCode()).isEqualTo(404);
		assertThat(wrong.body()).contains("Esta clave no abre nada", "llámenos", "value=\"&lt;b&gt;" + NOBODYS)
			.doesNotContain("<b>");
		assertThat(type(NOBODYS, "en").body()).contains("This key opens no complaint");
		for (int i = 0; i < 8; i++) {
			assertThat(type(NOBODYS, "es").statusCode()).as("%d", i).isEqualTo(404);
		}

		HttpResponse<String> often = type(presented("JUSTES", "es", null).key().toString(), "es");

		assertThat(often.statusCode()).isEqualTo(429);
		assertThat(often.headers().firstValue("Retry-After")).hasValue("360");
		assertThat(often.body()).contains("dentro de 6 minutos", "lunes 30 de noviembre, 11:06");
		assertThat(type(NOBODYS, "en").body()).contains("in 6 minutes", "Monday 30 November, 11:06");
		CaseDriver.travel(Duration.ofMinutes(6));
		assertThat(type(NOBODYS, "es").statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("has the receipt sent again from the page, once for each form and four times a day at most")
	void sentAgain() {
		Presented presented = presented("JUSTES", "es", null);
		send(presented.number());
		String page = location(type(presented.key().toString(), "es")).replaceFirst("\\?.*", "");
		String form = form(page);

		assertThat(again(page, form).statusCode()).isEqualTo(302);
		HttpResponse<String> twice = again(page, form);
		assertThat(twice.statusCode()).isEqualTo(302);
		assertThat(queued(presented.number())).hasSize(2);
		assertThat(this.visitor.send("GET", location(twice)).body())
			.contains("Le hemos enviado otra vez el justificante por correo.");
		again(page, form(page));
		again(page, form(page));
		HttpResponse<String> tooOften = again(page, form(page));
		assertThat(tooOften.statusCode()).isEqualTo(409);
		assertThat(tooOften.body()).contains("quizá ya se lo enviamos varias veces hoy");
		assertThat(queued(presented.number())).hasSize(4);
		this.dispatcher.run();
		assertThat(receiptMails(presented.number())).hasSize(4);
		assertThat(this.visitor.send("GET", page).body()).contains("Le enviamos el justificante.");
	}

	@Test
	@DisplayName("gives nobody else's receipt: not to another customer of the same matter, and none where there is none")
	void othersReceipt() {
		Presented presented = presented("JUSTES", "es", null);
		String other = this.transaction
			.execute((status) -> this.links.issue(presented.number(),
					this.customers.findByCode("JUSTEN").orElseThrow().id(), Locale.ENGLISH))
			.replaceFirst("^https?://[^/]+", "");
		CaseNumber without = matter("JUSTES");
		String own = this.transaction
			.execute((status) -> this.links.issue(without, this.customers.findByCode("JUSTES").orElseThrow().id(),
					Locale.ENGLISH))
			.replaceFirst("^https?://[^/]+", "");

		for (String page : List.of(other, own)) {
			HttpResponse<String> shown = this.visitor.send("GET", page);
			assertThat(shown.statusCode()).isEqualTo(200);
			assertThat(shown.body()).doesNotContain("justificante", "Your receipt");
			assertThat(this.visitor.send("GET", page + "/justificante").statusCode()).isEqualTo(404);
			assertThat(again(page, "").statusCode()).isEqualTo(409);
		}
		assertThat(this.visitor.send("GET", "/seguimiento/" + "A".repeat(43) + "/justificante").statusCode())
			.isEqualTo(404);
		assertThat(queued(presented.number())).isEmpty();
	}

	@Test
	@DisplayName("Staff who work the matter read the same receipt and have it sent again; others do not")
	void staff() {
		Presented presented = presented("JUSTES", "es", null);
		String address = "/api/complaints/" + presented.number() + "/receipt";
		ApiClient agent = ApiClient.of(this.port, this.engine.getIdentityService(), "just-agent", "agents");
		ApiClient architect = ApiClient.of(this.port, this.engine.getIdentityService(), "just-lawyer", "legal");

		ApiClient.Answer read = agent.get(address);
		assertThat(read.status()).as(read.text()).isEqualTo(200);
		assertThat(read.header("ETag")).isEqualTo("\"" + presented.receipt().sha256() + "\"");
		assertThat(read.text()).startsWith("%PDF-1.");
		assertThat(agent.post(address + "/mails", "").status()).isEqualTo(202);
		assertThat(queued(presented.number())).hasSize(1);
		assertThat(architect.get(address).status()).isIn(403, 404);
		assertThat(architect.post(address + "/mails", "").status()).isIn(403, 404);
		assertThat(this.visitor.send("GET", address).statusCode()).isEqualTo(401);
		assertThat(agent.get("/api/complaints/QUE-1999-000001/receipt").status()).isEqualTo(404);
		assertThat(agent.get("/api/complaints/" + matter("JUSTES") + "/receipt").status()).isEqualTo(404);
		assertThat(agent.post("/api/complaints/" + presented("JUSTSIN", "es", null).number() + "/receipt/mails", "")
			.status()).isEqualTo(409);
		assertThat(queued(presented.number())).hasSize(1);
	}

	private HttpResponse<String> type(String key, String language) {
		return this.visitor.submit("POST", "/seguimiento", FORM,
				"clave=" + URLEncoder.encode(key, StandardCharsets.UTF_8) + "&lang=" + language);
	}

	private HttpResponse<String> again(String page, String form) {
		return this.visitor.submit("POST", page + "/justificante", FORM, "lang=es&form=" + form);
	}

	private String form(String page) {
		Matcher form = Pattern.compile("name=\"form\" value=\"([^\"]+)\"")
			.matcher(this.visitor.send("GET", page).body());
		assertThat(form.find()).isTrue();
		return form.group(1);
	}

	private static String location(HttpResponse<String> answer) {
		return answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", "");
	}

}
