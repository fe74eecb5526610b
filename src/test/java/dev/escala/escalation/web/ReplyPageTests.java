package dev.escala.escalation.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.access.Role;
import dev.escala.contact.ContactPoint;
import dev.escala.contact.CustomerContacts;
import dev.escala.letter.ReplyPoints;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("The page where a customer is answered point by point")
class ReplyPageTests extends TrackingStory {

	@Autowired
	private CustomerContacts contacts;

	@Autowired
	private ReplyPoints points;

	private CaseNumber number;

	private StaffClient owner;

	@BeforeEach
	void givenQuestions() {
		this.number = working("SEG");
		this.contacts.add(this.number, UserId.CUSTOMER, "Mandamos <b>todo</b>. ¿Cuándo llega? ¿Y quién llama?");
		this.owner = StaffClient.basic(this.port, "tecnologia", CaseDriver.PASSWORD);
	}

	@Test
	@DisplayName("Each box is kept by itself and says so, and what is open is counted; a program sees the same (003-10)")
	void answers() {
		HttpResponse<String> page = get("");
		assertThat(page.body()).contains("Quedan 2 puntos sin respuesta.", "Mandamos &lt;b&gt;todo&lt;/b&gt;.",
				"Lo leerá el cliente.", "Se agradece");
		assertThat(page.headers().firstValue("Content-Security-Policy").orElseThrow()).startsWith("default-src 'none'")
			.contains("script-src 'self'");

		HttpResponse<String> kept = post(box(1), "seen=0&answer=" + encode("Mañana, a las diez."));
		assertThat(kept.statusCode()).isEqualTo(302);
		assertThat(post(box(1), "seen=1&answer=" + encode("Mañana, a las diez.")).statusCode()).isEqualTo(302);
		assertThat(post(box(2) + "/descartar", "seen=0&reason=" + encode("Ya se lo dije.")).statusCode())
			.isEqualTo(302);

		assertThat(get("?hecho=" + point(1).id()).body()).contains("Todo está contestado", "Guardado",
				"«¿Cuándo llega?»", "Motivo: Ya se lo dije.");
		assertThat(point(1).version()).as("the same again changes nothing").isEqualTo(1);
		for (String kind : List.of("escalations", "matters")) {
			assertThat(this.owner.send("GET", "/api/" + kind + "/" + this.number + "/reply-points").body())
				.contains("\"answer\":\"Mañana, a las diez.\"", "\"open\":false")
				.doesNotContain("\"open\":true");
		}
	}

	@Test
	@DisplayName("What is refused stays in its box, beside a sentence that says why")
	void refused() {
		HttpResponse<String> empty = post(box(1), "seen=0&answer=+");
		assertThat(empty.statusCode()).isEqualTo(400);
		assertThat(empty.body()).contains("Falta la respuesta.");
		HttpResponse<String> longer = post(box(1), "seen=0&answer=" + "y".repeat(1501));
		assertThat(longer.body()).contains("Es demasiado largo la respuesta", "y".repeat(1501));
		HttpResponse<String> unfounded = post(box(1) + "/descartar", "seen=0&reason=");
		assertThat(unfounded.body()).contains("Falta el motivo.");
		assertThat(post(box(0) + "/juntar", "seen=0").body()).contains("Es el primer punto");
		assertThat(post("/puntos/999999999", "seen=0&answer=Hola").statusCode()).isEqualTo(404);
		assertThat(this.points.list(this.number)).noneMatch(ContactPoint::isDecided);

		post(box(1), "seen=0&answer=Hoy");
		HttpResponse<String> late = post(box(1), "seen=0&answer=Nunca");
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Otra persona cambió este punto", "Ahora dice: «Hoy»", ">Nunca</textarea>");
		assertThat(point(1).answer()).isEqualTo("Hoy");
	}

	@Test
	@DisplayName("A point that is added twice by one form is one point; two that are one are joined")
	void split() {
		String form = "form=once&text=" + encode("¿Me mandan copia?");
		post("/puntos", form);
		post("/puntos", form);
		assertThat(this.points.list(this.number)).hasSize(4);
		assertThat(post(box(2) + "/juntar", "seen=0").statusCode()).isEqualTo(302);

		assertThat(this.points.list(this.number)).extracting(ContactPoint::text)
			.containsExactly("Mandamos <b>todo</b>.", "¿Cuándo llega? ¿Y quién llama?", "¿Me mandan copia?");
	}

	@Test
	@DisplayName("Who does not work the case neither reads the page nor writes, nor does a form of another site")
	void closed() {
		this.people.person("reply-reader", Role.PROCESS_OWNERS);
		String token = token();
		StaffClient other = StaffClient.basic(this.port, "reply-reader", CaseDriver.PASSWORD);
		assertThat(other.send("GET", "/responder/" + this.number).statusCode()).isEqualTo(403);
		assertThat(other.send("GET", "/responder/" + this.number).body()).contains("No puede responder en este caso")
			.doesNotContain("¿Cuándo llega?");
		assertThat(send(other, box(1), "seen=0&answer=Hola&_csrf=" + token).statusCode()).isEqualTo(403);
		assertThat(other.send("GET", "/api/escalations/" + this.number + "/reply-points").statusCode()).isEqualTo(403);
		assertThat(send(this.owner, box(1), "seen=0&answer=Hola").statusCode()).isEqualTo(403);
		assertThat(StaffClient.anonymous(this.port).send("GET", "/responder/" + this.number).statusCode()).isIn(302,
				401);

		assertThat(this.points.list(this.number)).noneMatch(ContactPoint::isDecided);
		assertThat(get("/responder/ESC-2026-999999", this.owner).statusCode()).isEqualTo(404);
	}

	private ContactPoint point(int index) {
		return this.points.list(this.number).get(index);
	}

	private String box(int index) {
		return "/puntos/" + point(index).id();
	}

	private HttpResponse<String> get(String query) {
		return get("/responder/" + this.number + query, this.owner);
	}

	private static HttpResponse<String> get(String path, StaffClient who) {
		return who.send("GET", path);
	}

	private String token() {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get("").body());
		assertThat(token.find()).isTrue();
		return token.group(1);
	}

	private HttpResponse<String> post(String path, String form) {
		return send(this.owner, path, form + "&_csrf=" + token());
	}

	private HttpResponse<String> send(StaffClient who, String path, String form) {
		return who.submit("POST", "/responder/" + this.number + path, "application/x-www-form-urlencoded", form);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
