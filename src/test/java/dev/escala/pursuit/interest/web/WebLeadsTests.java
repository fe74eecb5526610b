package dev.escala.pursuit.interest.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import dev.escala.pursuit.Capture;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitStory;
import dev.escala.pursuit.interest.WebLeads;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Whoever is interested leaves word on the web, on our page or by the form of another site")
class WebLeadsTests extends PursuitStory {

	private static final String OLD_KEY = "old key of the forms in tests";

	private static final String NEW_KEY = "new key of the forms in tests";

	@LocalServerPort
	private int port;

	@Autowired
	private Profiles profiles;

	@Autowired
	private WebLeads leads;

	@Autowired
	private JdbcClient jdbc;

	private StaffClient visitor;

	/** What nobody writes by chance. */
	private String mark;

	private String mail;

	@BeforeEach
	void givenAVisitor() {
		this.visitor = StaffClient.anonymous(this.port);
		this.mark = UUID.randomUUID().toString().substring(0, 8);
		this.mail = this.mark + "@interesada.example";
		this.jdbc.sql("DELETE FROM counted_try WHERE kind = 'interest-web'").update();
	}

	@Test
	@DisplayName("The page makes a new prospect to call back, once however often it is sent, and confirms it (002-10, 004-18)")
	void page() {
		HttpResponse<String> asked = this.visitor.send("GET", "/interes?lang=es");
		assertThat(asked.statusCode()).isEqualTo(200);
		assertThat(PageForms.withoutTokens(asked.body())).contains("Quiero que me llamen", "solo para responderle")
			.doesNotContain("??", "null", "<script");
		assertThat(asked.headers().firstValue("Content-Security-Policy").orElseThrow())
			.startsWith("default-src 'none'");
		assertThat(this.visitor.send("GET", "/interes?lang=en").body()).contains("Ask us to call you");
		String token = token(asked.body());

		HttpResponse<String> wrong = send(token, "Rosa " + this.mark, "", "", "Quiero <fibra>.", "");
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).contains("Escriba un correo completo", "id=\"email-wrong\"", "Quiero &lt;fibra&gt;.",
				"Rosa " + this.mark);
		assertThat(numbers()).isEmpty();

		for (int i = 0; i < 2; i++) {
			HttpResponse<String> sent = send(token, "Rosa " + this.mark, this.mail, "600 10 20 30", "Quiero fibra.",
					"");
			assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
			HttpResponse<String> done = this.visitor.send("GET", sent.headers().firstValue("Location").orElseThrow());
			assertThat(done.body()).contains("Gracias: lo hemos recibido");
		}
		assertThat(send(token, "Rosa " + this.mark, this.mail, "", "Otra cosa.", "").statusCode()).isEqualTo(409);

		CaseNumber number = numbers().get(0);
		assertThat(numbers()).hasSize(1);
		Pursuit pursuit = this.pursuits.get(number);
		assertThat(pursuit.capture()).isEqualTo(Capture.WEB);
		assertThat(pursuit.partyName()).isEqualTo("Taller " + this.mark);
		assertThat(standing(number).stage()).isEqualTo("NEW");
		Profile known = this.profiles.get(number);
		assertThat(known.contactName()).isEqualTo("Rosa " + this.mark);
		assertThat(known.contactPhone()).isEqualTo("600 10 20 30");
		assertThat(known.recentEvents()).isEqualTo("Quiero fibra.");
		assertThat(this.visitor.send("GET", "/interes/" + "x".repeat(43)).statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("Who is known by the address is attached to what is pursued, and the answer is the same as a stranger's; a telephone proves nobody")
	void known() {
		String first = shown(send(fresh(), "Rosa " + this.mark, this.mail, "", "Fibra.", ""));
		String second = shown(send(fresh(), "Otra " + this.mark, this.mail.toUpperCase(Locale.ROOT), "611 22 33 44",
				"Y centralita.", ""));

		assertThat(second).isEqualTo(first);
		assertThat(numbers()).hasSize(1);
		assertThat(happened(numbers().get(0)))
			.anySatisfy((text) -> assertThat(text).contains("Vuelve a escribir", "Y centralita.", "611 22 33 44"));

		for (int i = 0; i < 2; i++) {
			assertThat(shown(send(fresh(), "Rosa " + this.mark, "", "622 33 44 5" + i, "Soy otra " + i, "")))
				.isEqualTo(first);
		}
		assertThat(numbers()).as("the same company, but nobody says it is them").hasSize(3);
	}

	@Test
	@DisplayName("Spam becomes no pursuit and costs no time until somebody says that it is none, once; after 30 days it is gone (002-09)")
	void spam() {
		shown(send(fresh(), "Trampa " + this.mark, this.mail, "", "Hola.", "https://spam.example"));
		shown(send(fresh(), "Enlaces " + this.mark, this.mail, "",
				"https://www.a.example http://b.example www.c.example", ""));
		assertThat(numbers()).isEmpty();
		for (int i = 0; i < 4; i++) {
			shown(send(fresh(), "Repite " + this.mark, this.mail, "", "Lo mismo " + this.mark, ""));
		}
		assertThat(numbers()).hasSize(1);
		assertThat(happened(numbers().get(0))).filteredOn((text) -> text.contains("Vuelve a escribir")).hasSize(2);

		String caller = "seller-" + this.mark;
		ApiClient.of(this.port, this.engine.getIdentityService(), caller, "sales");
		StaffClient seller = StaffClient.basic(this.port, caller, CaseDriver.PASSWORD);
		String list = seller.send("GET", "/ventas/interesados").body();
		assertThat(list).contains("Trampa " + this.mark, "Enlaces " + this.mark, "Repite " + this.mark,
				"Lleva tres enlaces o más", "Rellenó el campo que nadie ve");
		assertThat(this.visitor.send("GET", "/ventas/interesados").statusCode()).isNotEqualTo(200);
		shown(send(fresh(), "Real " + this.mark, "real-" + this.mail, "", "www.a.example www.b.example www.c.example",
				""));
		list = seller.send("GET", "/ventas/interesados").body();
		String id = group(
				"action=\"/ventas/interesados/(\\d+)\"(?=(?:(?!</article>).)*No es basura: Real " + this.mark + ")",
				list);
		HttpResponse<String> first = click(seller, list, id);
		HttpResponse<String> again = click(seller, list, id);

		assertThat(first.statusCode()).as(first.body()).isEqualTo(302);
		assertThat(again.headers().firstValue("Location")).isEqualTo(first.headers().firstValue("Location"));
		assertThat(numbers()).hasSize(2);
		assertThat(seller.send("GET", "/ventas/interesados").body()).doesNotContain("Real " + this.mark);
		CaseDriver.travel(Duration.ofDays(31));
		this.leads.sweep();
		assertThat(this.leads.aside()).noneMatch((aside) -> aside.said().name().contains(this.mark));
		assertThat(click(seller, list, "999999999").statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("Ten come from one connection, then 429 says when again and nothing typed is lost")
	void limit() {
		for (int i = 0; i < 10; i++) {
			shown(send(fresh(), "Muchos", this.mail, "", "Texto " + i, ""));
		}
		HttpResponse<String> often = send(fresh(), "Muchos", this.mail, "", "Texto once", "");
		assertThat(often.statusCode()).isEqualTo(429);
		assertThat(often.headers().firstValue("Retry-After")).isPresent();
		assertThat(often.body()).contains("Texto once");
	}

	@Test
	@DisplayName("A signed form of another site comes in once by its id, with either key; unsigned, changed, old or of the future it does not (002-10, 004-18)")
	void webhook() {
		String body = "{\"name\":\"Rosa " + this.mark + "\",\"email\":\"" + this.mail
				+ "\",\"text\":\"Quiero fibra.\",\"capture\":\"NETWORKS\"}";
		long now = CaseDriver.now().getEpochSecond();

		refused(post("a-" + this.mark, now, body, "v1,AAAA"), "webhook-signature");
		refused(post("a-" + this.mark, now, body + " ", signed(NEW_KEY, "a-" + this.mark, now, body)),
				"webhook-signature");
		for (long off : List.of(-301L, 301L)) {
			refused(post("a-" + this.mark, now + off, body, signed(NEW_KEY, "a-" + this.mark, now + off, body)),
					"webhook-timestamp");
		}
		refused(this.visitor.json("POST", "/api/leads", body), "webhook-id");
		assertThat(numbers()).isEmpty();

		for (String key : List.of(OLD_KEY, NEW_KEY)) {
			HttpResponse<String> sent = post("a-" + this.mark, now, body,
					"v1,AAAA " + signed(key, "a-" + this.mark, now, body));
			assertThat(sent.statusCode()).as(sent.body()).isEqualTo(202);
		}
		assertThat(numbers()).hasSize(1);
		assertThat(this.pursuits.get(numbers().get(0)).capture()).isEqualTo(Capture.NETWORKS);
		assertThat(happened(numbers().get(0))).noneMatch((text) -> text.contains("Vuelve a escribir"));

		String bad = "{\"name\":7,\"phone\":\"12\",\"color\":\"x\",\"capture\":\"MAIL\"}";
		HttpResponse<String> wrong = post("b-" + this.mark, now, bad, signed(NEW_KEY, "b-" + this.mark, now, bad));
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).contains("\"name\"", "\"phone\"", "\"color\"", "\"capture\"", "\"text\"");
		String huge = "{\"name\":\"" + "x".repeat(3_000_000) + "\"}";
		assertThat(post("c-" + this.mark, now, huge, signed(NEW_KEY, "c-" + this.mark, now, huge)).statusCode())
			.isEqualTo(413);
	}

	private static void refused(HttpResponse<String> answer, String field) {
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(answer.body()).contains("\"" + field + "\"");
	}

	private HttpResponse<String> post(String id, long at, String body, String signature) {
		return this.visitor.json("POST", "/api/leads", body, "webhook-id", id, "webhook-timestamp", String.valueOf(at),
				"webhook-signature", signature, "Origin", "https://forms.example");
	}

	private static String signed(String key, String id, long at, String body) {
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(key.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
			return "v1," + Base64.getEncoder()
				.encodeToString(mac.doFinal((id + "." + at + "." + body).getBytes(StandardCharsets.UTF_8)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private HttpResponse<String> send(String token, String name, String email, String phone, String text,
			String website) {
		return this.visitor.submit("POST", "/interes", "application/x-www-form-urlencoded",
				"lang=es&form=" + token + "&name=" + encoded(name) + "&company=" + encoded("Taller " + this.mark)
						+ "&email=" + encoded(email) + "&phone=" + encoded(phone) + "&text=" + encoded(text)
						+ "&website=" + encoded(website));
	}

	/** What whoever sent it reads, without what each page has of its own. */
	private String shown(HttpResponse<String> sent) {
		assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
		return this.visitor.send("GET", sent.headers().firstValue("Location").orElseThrow()).body();
	}

	private static HttpResponse<String> click(StaffClient seller, String page, String id) {
		return seller.submit("POST", "/ventas/interesados/" + id, "application/x-www-form-urlencoded",
				"_csrf=" + encoded(group("name=\"_csrf\" value=\"([^\"]+)\"", page)));
	}

	private String fresh() {
		return token(this.visitor.send("GET", "/interes").body());
	}

	private static String token(String page) {
		return group("name=\"form\" value=\"([A-Za-z0-9_-]{43})\"", page);
	}

	private static String group(String regex, String text) {
		Matcher found = Pattern.compile(regex, Pattern.DOTALL).matcher(text);
		assertThat(found.find()).as(regex + " in " + text).isTrue();
		return found.group(1);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

	/** All pursuits of whoever has the mark. */
	private List<CaseNumber> numbers() {
		return this.jdbc.sql("SELECT number FROM pursuit_profile WHERE person_name LIKE ? ORDER BY number")
			.param("%" + this.mark)
			.query((row, index) -> new CaseNumber(row.getString(1)))
			.list();
	}

}
