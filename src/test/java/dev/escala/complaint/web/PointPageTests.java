package dev.escala.complaint.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.access.Role;
import dev.escala.complaint.ComplaintOutcome;
import dev.escala.complaint.answer.ComplaintPoint;
import dev.escala.complaint.answer.PointRuling;
import dev.escala.complaint.decision.PointStory;
import dev.escala.complaint.remedy.Fault;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.StaffClient;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The page where a complaint is decided point by point")
class PointPageTests extends PointStory {

	private CaseNumber number;

	private StaffClient agent;

	@BeforeEach
	void givenAComplaint() {
		this.number = investigated(Fault.OURS);
		this.agent = StaffClient.basic(this.port, AGENT.value(), CaseDriver.PASSWORD);
	}

	@Test
	@DisplayName("A point is noted once, decided and corrected; the letter stands below as it would read (003-10)")
	void wholeWay() {
		assertThat(get("").body()).contains("Todavía no hay ningún punto anotado.", "Llamé &lt;tres&gt; veces",
				"Se verá aquí en cuanto haya un punto decidido.", "Nada todavía.");
		String form = "form=one&words=" + encode("Me cobraron <b>dos</b> veces");
		HttpResponse<String> added = post("", form);
		assertThat(added.statusCode()).isEqualTo(302);
		post("", form);
		ComplaintPoint point = only(this.number);
		assertThat(added.headers().firstValue("Location").orElseThrow()).endsWith("#punto-" + point.id());
		assertThat(post("/" + point.id() + "/palabras", "seen=0&words=" + encode("Me cobraron la cuota dos veces"))
			.statusCode()).isEqualTo(302);

		assertThat(post("/" + point.id(), "seen=1&ruling=GRANTED&norm=&reason=" + encode("Se anula el del día 9."))
			.statusCode()).isEqualTo(302);

		assertThat(get("?hecho=" + point.id()).body())
			.contains("Todos los puntos están decididos.", "Guardado", "Lo decidió Agente Demostración",
					"Tiene usted razón: fue un error nuestro", "Se acepta. Se anula")
			.doesNotContain("<b>dos</b>");
		post("", "form=two&words=" + encode("Un error al anotar"));
		long wrong = this.points.list(this.number).get(1).id();
		assertThat(get("").body()).contains("Queda 1 punto sin decidir.", "Los puntos sin decidir todavía no están");
		assertThat(post("/" + wrong + "/quitar", "seen=0").statusCode()).isEqualTo(302);
		assertThat(only(this.number).id()).isEqualTo(point.id());
	}

	@Test
	@DisplayName("What is missing stands beside its field, with what was typed; who comes too late reads who was first (Ley 10/2025, art. 13.1)")
	void refused() {
		long point = point(this.number, "Me cobraron dos veces");

		HttpResponse<String> unfounded = post("/" + point, "seen=0&ruling=REFUSED&norm=&reason=" + encode("Son dos."));
		assertThat(unfounded.statusCode()).isEqualTo(400);
		assertThat(unfounded.body()).contains("id=\"norm-wrong-" + point + "\"", "Cite la norma",
				">Son dos.</textarea>", "aria-describedby=\"norm-wrong-" + point);
		assertThat(unfounded.body()).containsPattern("value=\"REFUSED\" checked");
		assertThat(post("/" + point, "seen=0&ruling=X&reason=Sí").body()).contains("id=\"ruling-wrong-" + point);
		assertThat(post("", "words=+").body()).contains("id=\"words-wrong\"");
		assertThat(post("/" + point + "/palabras", "seen=0&words=").body()).contains("id=\"words-wrong-" + point);
		assertThat(only(this.number).isOpen()).isTrue();

		rule(this.number, point, PointRuling.GRANTED, "Se anula.");
		HttpResponse<String> late = post("/" + point, "seen=0&ruling=PARTLY&norm=Ley&reason=" + encode("La mitad."));
		assertThat(late.statusCode()).isEqualTo(409);
		assertThat(late.body()).contains("Agente Demostración cambió este punto mientras usted escribía", "Se anula.",
				">La mitad.</textarea>");
		assertThat(post("/" + point + "/quitar", "seen=1").body()).contains("ya está decidido: no se puede quitar");
		assertThat(only(this.number).ruling()).isEqualTo(PointRuling.GRANTED);
		assertThat(post("/999999999", "seen=0&ruling=GRANTED&reason=Hola").statusCode()).isEqualTo(404);
	}

	@Test
	@DisplayName("Once the decision is written the page is only read; investigated again, what was answered stands beside what is to be decided")
	void rounds() {
		long point = point(this.number, "Me cobraron dos veces");
		rule(this.number, point, PointRuling.GRANTED, "Se anula el del día 9.");
		written(this.number, ComplaintOutcome.PUT_RIGHT);
		assertThat(get("").body()).contains("La resolución está escrita", "Se anula el del día 9.")
			.doesNotContain("<textarea");
		this.jdbc.sql("UPDATE customer_letter SET status = 'SENT' WHERE case_number = ?")
			.param(this.number.value())
			.update();

		again(this.number);

		assertThat(get("").body())
			.contains("Queda 1 punto sin decidir.", "En la respuesta anterior: aceptado.", "<textarea")
			.doesNotContain("/palabras");
	}

	@Test
	@DisplayName("The complaint's page and its card say how many points are open and lead there")
	void linked() {
		point(this.number, "Me cobraron dos veces");
		point(this.number, "Nadie contestó");

		HttpResponse<String> asCase = this.agent.send("GET", "/casos/" + this.number);
		assertThat(asCase.statusCode()).as("the list finds matters of every kind").isEqualTo(302);
		assertThat(asCase.headers().firstValue("Location"))
			.hasValueSatisfying((place) -> assertThat(place).endsWith("/casos?texto=" + this.number + "&estado=todos"));
		assertThat(this.agent.send("GET", "/reclamaciones/" + this.number).body()).contains("Decidir punto por punto",
				"Quedan 2 puntos sin decidir.", "2. Nadie contestó → SIN DECIDIR",
				"href=\"/reclamaciones/" + this.number + "/puntos\"");
	}

	@Test
	@DisplayName("Who sees the complaint and does not work it only reads; a form of another site changes nothing")
	void closed() {
		this.people.person("point-reader", Role.PROCESS_OWNERS);
		StaffClient reader = StaffClient.basic(this.port, "point-reader", CaseDriver.PASSWORD);
		long point = point(this.number, "Me cobraron dos veces");
		String form = "seen=0&ruling=GRANTED&reason=Hola&_csrf=" + token();

		assertThat(reader.send("GET", path("")).body()).contains("Me cobraron dos veces").doesNotContain("<textarea");
		for (String way : List.of("/" + point, "/" + point + "/palabras", "/" + point + "/quitar", "")) {
			assertThat(send(reader, way, form + "&words=Hola").statusCode()).as(way).isEqualTo(403);
		}
		assertThat(send(this.agent, "/" + point, "seen=0&ruling=GRANTED&reason=Hola").statusCode()).isEqualTo(403);
		assertThat(StaffClient.anonymous(this.port).send("GET", path("")).statusCode()).isIn(302, 401);
		assertThat(this.agent.send("GET", "/reclamaciones/QUE-2026-999999/puntos").statusCode()).isEqualTo(404);
		assertThat(only(this.number).isOpen()).isTrue();
	}

	private HttpResponse<String> get(String query) {
		return this.agent.send("GET", path(query));
	}

	private String path(String rest) {
		return "/reclamaciones/" + this.number + "/puntos" + rest;
	}

	private String token() {
		Matcher token = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(get("").body());
		assertThat(token.find()).isTrue();
		return token.group(1);
	}

	private HttpResponse<String> post(String rest, String form) {
		return send(this.agent, rest, form + "&_csrf=" + token());
	}

	private HttpResponse<String> send(StaffClient who, String rest, String form) {
		return who.submit("POST", path(rest), "application/x-www-form-urlencoded", form);
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
