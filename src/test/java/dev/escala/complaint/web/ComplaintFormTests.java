package dev.escala.complaint.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.key.KeyAnswer;
import dev.escala.customer.Customer;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.timeline.TimelineEntry;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The public page where anybody complains (Ley 10/2025 arts. 7, 11 and 12)")
class ComplaintFormTests extends ComplaintFormStory {

	@Test
	@DisplayName("asks in Spanish or English, for the regions of the country, and keeps nothing")
	void asks() {
		HttpResponse<String> spanish = this.visitor.send("GET", "/reclamar", "Accept-Language", "es-MX");

		assertThat(spanish.statusCode()).isEqualTo(200);
		assertThat(PageForms.withoutTokens(spanish.body()))
			.contains("<html lang=\"es\"", "Presentar una reclamación", "Comunidad de Madrid", "Galicia",
					"href=\"/seguimiento?lang=es\"", "href=\"/reclamar?lang=en\"", "de 10 MB")
			.doesNotContain("??", "[[", "null", "<script", "Madrid (ciudad)");
		assertThat(spanish.headers().firstValue("Cache-Control")).hasValue("no-store");
		assertThat(spanish.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
		assertThat(spanish.headers().firstValue("Content-Security-Policy").orElseThrow())
			.startsWith("default-src 'none'");
		assertThat(spanish.headers().allValues("Set-Cookie")).isEmpty();
		assertThat(this.visitor.send("GET", "/reclamar", "Accept-Language", "en-GB").body())
			.contains("<html lang=\"en\"", "Make a complaint", "An invoice or a charge");
		assertThat(this.visitor.send("GET", "/seguimiento?lang=es").body()).contains("href=\"/reclamar?lang=es\"");
	}

	@Test
	@DisplayName("takes what was typed word for word and confirms it at an address of its own: number, key, hour, term, receipt")
	void presents() {
		String page = location(send(token(), typed(), new File("C:\\fotos\\factura.png", PNG)));

		HttpResponse<String> confirmation = this.visitor.send("GET", page);
		String shown = confirmation.body();
		assertThat(confirmation.statusCode()).isEqualTo(200);
		CaseNumber number = new CaseNumber(group("id=\"number\"[^>]*>([^<]+)<", shown));
		Complaint complaint = this.complaints.get(number);
		assertThat(complaint.statement().description())
			.isEqualTo("Me cobraron dos veces.\nY nadie contesta: <b>«nadie»</b>.");
		assertThat(complaint.statement().wish()).isEqualTo("Que me devuelvan 40 €.");
		assertThat(complaint.statement().door()).isEqualTo(ComplaintDoor.WEB);
		assertThat(complaint.statement().region()).isEqualTo("md");
		assertThat(complaint.statement().consumer()).isTrue();
		assertThat(complaint.receivedBy()).isEqualTo(UserId.CUSTOMER);
		String key = group("id=\"key\"[^>]*>([^<]+)<", shown);
		assertThat(key).matches("(\\w{4}-){3}\\w{4}");
		assertThat(this.keys.find(key, "198.51.100.7")).isEqualTo(new KeyAnswer.Opens(number));
		assertThat(PageForms.withoutTokens(shown))
			.contains("lunes 30 de noviembre de 2026, a las 11:00:00", "Europe/Madrid", "A más tardar, el ",
					"Enviamos el justificante a rosa@pena.example")
			.doesNotContain("??", "null", "<script");
		assertThat(this.files.files(number)).singleElement().satisfies((file) -> {
			assertThat(file.name()).isEqualTo("factura.png");
			assertThat(file.mediaType()).isEqualTo("image/png");
			assertThat(this.files.get(number, file.id()).content()).isEqualTo(PNG);
		});
		assertThat(this.visitor.send("GET", page).body()).as("reloaded").isEqualTo(shown);
		assertThat(this.visitor.send("GET", page.replace("lang=es", "lang=en")).body())
			.contains("We have received your complaint", "Monday 30 November 2026, at 11:00:00", key);

		HttpResponse<String> opened = this.visitor.submit("POST", "/seguimiento", "application/x-www-form-urlencoded",
				"lang=es&clave=" + URLEncoder.encode(key, StandardCharsets.UTF_8));
		assertThat(this.visitor.send("GET", location(opened)).body()).contains("Descargar el justificante (PDF)",
				"Rosa Peña");
		this.people.run(number, "serviceTask_acknowledgeComplaint");
		this.dispatcher.run();
		assertThat(receiptMails(number)).hasSize(1);
	}

	@Test
	@DisplayName("Whoever has the key sends more files with a message later, once however often it is clicked; what is no document is refused and the words stay")
	void moreFiles() {
		String shown = this.visitor.send("GET", location(send(token(), typed()))).body();
		CaseNumber number = new CaseNumber(group("id=\"number\"[^>]*>([^<]+)<", shown));
		String page = location(this.visitor.submit("POST", "/seguimiento", "application/x-www-form-urlencoded",
				"lang=es&clave=" + group("id=\"key\"[^>]*>([^<]+)<", shown)))
			.replaceFirst("\\?.*", "");
		String form = group("mensaje\"[^>]*>\\s*<input[^>]*name=\"form\" value=\"([^\"]+)\"",
				this.visitor.send("GET", page).body());
		Map<String, String> said = Map.of("form", form, "lang", "es", "text", "Aquí va el recibo.");

		HttpResponse<String> refused = sendTo(page + "/mensaje", said,
				new File("virus.exe", new byte[] { 'M', 'Z', 0 }));
		assertThat(refused.statusCode()).isEqualTo(400);
		assertThat(refused.body()).contains("«virus.exe» está vacío o no es una foto", "Aquí va el recibo.</textarea>");
		assertThat(this.files.files(number)).isEmpty();
		for (int i = 0; i < 2; i++) {
			assertThat(sendTo(page + "/mensaje", said, new File("recibo.png", PNG)).statusCode()).isEqualTo(302);
		}

		assertThat(this.files.files(number)).singleElement().satisfies((file) -> {
			assertThat(file.name()).isEqualTo("recibo.png");
			assertThat(this.files.get(number, file.id()).content()).isEqualTo(PNG);
		});
		assertThat(this.timeline.entries(number)).extracting(TimelineEntry::text)
			.filteredOn((text) -> text.contains("recibo"))
			.hasSize(2)
			.contains("Adjuntó: recibo.png.");
	}

	@Test
	@DisplayName("In English it is read, answered and confirmed in English; whoever bought for a company is no consumer")
	void english() {
		String page = location(send(token(), typed("lang", "en", "company", "yes", "channel", "POST", "email", "",
				"postalAddress", "1 Mill Lane\r\nReading", "name", "Tom Reed", "topic", "", "region", "")));

		String shown = this.visitor.send("GET", page).body();
		assertThat(PageForms.withoutTokens(shown)).contains("<html lang=\"en\"", "By post", "download it and keep it")
			.doesNotContain("We send the receipt", "null");
		Complaint complaint = this.complaints.get(new CaseNumber(group("id=\"number\"[^>]*>([^<]+)<", shown)));
		assertThat(complaint.statement().language()).isEqualTo("en");
		assertThat(complaint.statement().consumer()).isFalse();
		assertThat(complaint.statement().email()).isNull();
		assertThat(complaint.statement().postalAddress()).isEqualTo("1 Mill Lane\nReading");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			name        |                  | Escriba su nombre         | Please write your first name
			email       |                  | Escriba un correo completo | Please write a complete e-mail
			email       | rosa@pena        | Escriba un correo completo | Please write a complete e-mail
			description |                  | Cuéntenos qué ha pasado, hasta | Please tell us what happened, in
			topic       | ALIENS           | Elija de la lista de qué  | Please choose from the list what
			region      | atlantis         | Elija de la lista dónde   | Please choose from the list where
			channel     | PIGEON           | Elija por dónde quiere    | Please choose how you want
			phone       | LONG             | Escriba un teléfono       | Please write a telephone
			wish        | LONG             | Diga qué pide en          | Please say what you ask
			""")
	@DisplayName("says beside the field what is wrong with it, in both languages, and loses nothing that was typed")
	void wrong(String field, String value, String spanish, String english) {
		String sent = "LONG".equals(value) ? "5".repeat(2001) : (value == null) ? "" : value;
		for (String language : List.of("es", "en")) {
			String token = token();
			HttpResponse<String> answer = send(token,
					typed("lang", language, "name", "Rosa Equivocada", field, sent, "company", "yes"));

			assertThat(answer.statusCode()).isEqualTo(400);
			assertThat(answer.body()).contains("<html lang=\"" + language + "\"", "href=\"#" + field + "\"",
					"id=\"" + field + "-wrong\">" + (language.equals("es") ? spanish : english),
					"value=\"yes\" checked", "value=\"" + token + "\"");
			assertThat(PageForms.withoutTokens(answer.body())).doesNotContain("??", "null", "<b>");
			if (!field.equals("description")) {
				assertThat(answer.body()).contains("Y nadie contesta: &lt;b&gt;«nadie»");
			}
			if (!field.equals("name")) {
				assertThat(answer.body()).contains("value=\"Rosa Equivocada\"");
			}
		}
		assertThat(complaintsOf("Rosa Equivocada")).isZero();
	}

	@Test
	@DisplayName("A page that is sent twice, at once or after a reload, makes one complaint")
	void twice() {
		String token = token();
		List<CompletableFuture<HttpResponse<String>>> clicks = IntStream.range(0, 3)
			.mapToObj((i) -> CompletableFuture
				.supplyAsync(() -> send(token, typed("name", "Dos Clics"), new File("a.png", PNG))))
			.toList();
		List<String> pages = clicks.stream().map((click) -> location(click.join())).distinct().toList();

		assertThat(pages).hasSize(1);
		assertThat(location(send(token, typed("name", "Dos Clics"), new File("a.png", PNG)))).isEqualTo(pages.get(0));
		assertThat(complaintsOf("Dos Clics")).isEqualTo(1);

		HttpResponse<String> changed = send(token, typed("name", "Dos Clics", "wish", "Otra cosa"));
		assertThat(changed.statusCode()).isEqualTo(409);
		assertThat(changed.body()).contains("ya nos envió una reclamación", "Ver la que ya recibimos",
				pages.get(0).replaceFirst("\\?.*", ""), ">\nOtra cosa<");
		assertThat(token(changed.body())).isNotEqualTo(token);
		location(send(token(changed.body()), typed("name", "Dos Clics", "wish", "Otra cosa")));
		assertThat(complaintsOf("Dos Clics")).isEqualTo(2);
	}

	@Test
	@DisplayName("A field that nobody sees keeps programs out, and costs a person one more click")
	void honeypot() {
		String token = token();
		HttpResponse<String> filled = send(token, typed("name", "Robot Uno", "website", "http://spam.example"));

		assertThat(filled.statusCode()).isEqualTo(400);
		assertThat(filled.body()).contains("Lo hemos vaciado", "value=\"Robot Uno\"").doesNotContain("spam.example");
		assertThat(complaintsOf("Robot Uno")).isZero();
		location(send(token, typed("name", "Robot Uno")));
	}

	@Test
	@DisplayName("Ten complaints an hour come from one connection; then it says when again, 429, and what was wrong does not count")
	void often() {
		for (int i = 0; i < 12; i++) {
			assertThat(send(token(), typed("email", "")).statusCode()).isEqualTo(400);
		}
		String first = token();
		location(send(first, typed("name", "Muchas Quejas")));
		for (int i = 1; i < 10; i++) {
			location(send(token(), typed("name", "Muchas Quejas")));
		}

		HttpResponse<String> often = send(token(), typed("name", "Muchas Quejas", "wish", "Que paren"));
		assertThat(often.statusCode()).isEqualTo(429);
		assertThat(often.headers().firstValue("Retry-After")).hasValue("360");
		assertThat(often.body()).contains("dentro de 6 minutos", "lunes 30 de noviembre, 11:06", "Que paren");
		assertThat(send(token(), typed("lang", "en")).body()).contains("in 6 minutes", "Monday 30 November, 11:06");
		assertThat(complaintsOf("Muchas Quejas")).isEqualTo(10);
		location(send(first, typed("name", "Muchas Quejas")));
		CaseDriver.travel(Duration.ofMinutes(6));
		location(send(token(), typed("name", "Muchas Quejas")));
	}

	@Test
	@DisplayName("Too many files, too large ones and programs are refused beside the field, and nothing typed is lost")
	void files() {
		File photo = new File("foto.png", PNG);
		HttpResponse<String> many = send(token(), typed("name", "Con Fotos"), photo, photo, photo, photo, photo, photo);
		assertThat(many.statusCode()).isEqualTo(400);
		assertThat(many.body()).contains("id=\"files-wrong\"", "Ha elegido 6 archivos y caben 5", "Que me devuelvan");
		HttpResponse<String> large = send(token(), typed("name", "Con Fotos", "email", "", "lang", "en"),
				new File("vídeo.png", Arrays.copyOf(PNG, 10 * 1024 * 1024 + 1)));
		assertThat(large.statusCode()).isEqualTo(400);
		assertThat(large.body()).contains("is too large: each file can have 10 MB", "id=\"email-wrong\"");
		assertThat(send(token(), typed("name", "Con Fotos"), new File("factura.pdf.exe", new byte[] { 'M', 'Z', 1 }))
			.body()).contains("no es una foto, un PDF ni un documento", "factura.pdf.exe");
		assertThat(send(token(), typed("name", "Con Fotos", "email", ""), photo).body())
			.contains("Vuelva a elegir los archivos");
		assertThat(complaintsOf("Con Fotos")).isZero();
		location(send(token(), typed("name", "Con Fotos"), photo, photo, photo, photo, photo));
	}

	@Test
	@DisplayName("Tells no stranger whom we know: not by a name, a code or an address, neither when it is sent nor on its pages")
	void strangers() {
		Customer known = this.customers.findByCode("JUSTES").orElseThrow();
		for (String name : List.of("JUSTES", "talleres inigo", "Otra Persona Nueva")) {
			HttpResponse<String> without = send(token(), typed("name", name, "email", ""));
			assertThat(without.statusCode()).isEqualTo(400);
			assertThat(without.body()).contains("Escriba un correo completo").doesNotContain("Talleres", "Varios");
			String page = location(send(token(), typed("name", name, "email", "inigo@talleres.example")));
			String shown = this.visitor.send("GET", page).body();
			assertThat(PageForms.withoutTokens(shown)).doesNotContain("Talleres", "Íñigo", "Ana");
			CaseNumber number = new CaseNumber(group("id=\"number\"[^>]*>([^<]+)<", shown));
			assertThat(this.complaints.get(number).customerId()).isNotEqualTo(known.id());
			String tracking = location(this.visitor.submit("POST", "/seguimiento", "application/x-www-form-urlencoded",
					"lang=es&clave=" + group("id=\"key\"[^>]*>([^<]+)<", shown)));
			assertThat(PageForms.withoutTokens(this.visitor.send("GET", tracking).body())).contains(name)
				.doesNotContain("Talleres", "Íñigo", "Ana");
			assertThat(this.timeline.entries(number)).as(name)
				.anyMatch((entry) -> entry.text().contains("una sus fichas") && entry.text().contains("JUSTES"));
		}
	}

	@Test
	@DisplayName("Whoever complains again under the same name and address is the same customer")
	void again() {
		location(send(token(), typed("name", "Vuelve Siempre", "email", "vuelve@siempre.example")));
		location(send(token(), typed("name", "Vuelve Siempre", "email", "vuelve@siempre.example")));

		assertThat(this.customers.findByEmail("vuelve@siempre.example")).hasSize(1);
		assertThat(complaintsOf("Vuelve Siempre")).isEqualTo(2);
	}

	@Test
	@DisplayName("A guessed address of a confirmation opens nothing, 404")
	void guessed() {
		String page = location(send(token(), typed())).replaceFirst("\\?.*", "");
		for (String address : List.of("/reclamar/" + "A".repeat(43), "/reclamar/x", page.substring(0, 52),
				page.replaceFirst(".$", page.endsWith("A") ? "Q" : "A"), "/reclamar/" + token())) {
			HttpResponse<String> answer = this.visitor.send("GET", address + "?lang=es");
			assertThat(answer.statusCode()).as(address).isEqualTo(404);
			assertThat(answer.body()).contains("Aquí no hay ninguna confirmación", "/seguimiento?lang=es");
		}
		String key = group("id=\"key\"[^>]*>([^<]+)<", this.visitor.send("GET", page).body());
		assertThat(this.visitor.send("GET", "/reclamar/x?lang=en").body()).contains("There is no confirmation here");
		assertThat(this.jdbc.sql("SELECT count(*) FROM idempotency_key WHERE key = ? OR position(? IN result_id) > 0")
			.params(page.replaceFirst(".*/", ""), key)
			.query(Integer.class)
			.single()).as("nobody reads the key in the database").isZero();
	}

}
