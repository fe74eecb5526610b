package dev.escala.pursuit.today.web;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.UUID;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.clock.Deadline;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.ServiceLevels;
import dev.escala.pursuit.PursuitStory;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.call.PursuitCalls;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
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

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Whom a salesperson calls today")
class CallsTodayTests extends PursuitStory {

	private static final String PAGE = "/ventas/llamadas";

	@LocalServerPort
	private int port;

	@Autowired
	private ServiceLevels levels;

	@Autowired
	private PursuitCalls calls;

	private String caller;

	private ApiClient api;

	private StaffClient browser;

	@BeforeEach
	void givenWhoCalls() {
		this.caller = "caller-" + UUID.randomUUID().toString().substring(0, 8);
		this.api = ApiClient.of(this.port, this.engine.getIdentityService(), this.caller, "sales");
		this.browser = StaffClient.basic(this.port, this.caller, CaseDriver.PASSWORD);
	}

	@Test
	@DisplayName("One click notes an attempt once, takes what nobody had and sets the next date by the protocol; then it is overdue (002-02, 004-17)")
	void oneClick() {
		CaseNumber number = registered("contactPhone", "+34 600 10 20 30");
		assertThat(why("GROUP", number)).startsWith("Primer contacto");
		String page = pageWith(number);
		assertThat(page).contains("href=\"tel:+34600102030\"", "Guion de la llamada", "Rosa Nieto, Jefa de taller");

		HttpResponse<String> first = click(page, number, "callResult=&callResult=ATTEMPT&callChannel=PHONE");
		HttpResponse<String> second = click(page, number, "callResult=&callResult=ATTEMPT&callChannel=PHONE");

		assertThat(first.statusCode()).as(first.body()).isEqualTo(400);
		assertThat(second.statusCode()).isEqualTo(400);
		first = click(page, number, "callResult=ATTEMPT&callChannel=PHONE");
		second = click(page, number, "callResult=ATTEMPT&callChannel=PHONE");
		assertThat(first.statusCode()).as(first.body()).isEqualTo(302);
		assertThat(second.statusCode()).isEqualTo(302);
		assertThat(this.calls.list(number)).hasSize(1);
		assertThat(this.pursuits.get(number).ownerId()).isEqualTo(new UserId(this.caller));
		assertThat(follow(first)).contains("Anotado en " + number + ". Siguiente contacto: jueves 3 de diciembre");
		assertThat(why("MINE", number)).isNull();

		CaseDriver.travel(Duration.ofDays(3));
		assertThat(why("MINE", number)).startsWith("Intento 2 del protocolo");
		JsonNode row = row("MINE", number);
		assertThat(row.path("overdue").asBoolean()).isTrue();
		assertThat(row.path("when").asText()).startsWith("Vencida hace");
		assertThat(why("GROUP", number)).as("it is somebody's now").isNull();
	}

	@Test
	@DisplayName("What is wrong is named and nothing typed is lost: a talk without minutes, a holiday by its name with the next working day")
	void refused() {
		CaseNumber number = registered();
		String page = pageWith(number);

		HttpResponse<String> wrong = click(page, number,
				"callResult=CONVERSATION&callChannel=PHONE&callMinutes=&callNote=" + encoded("Lo apuntan <todo>."));
		HttpResponse<String> holiday = click(page, number,
				"callResult=CONVERSATION&callChannel=PHONE&callMinutes=9&callNote=Bien&contactOn=08%2F12%2F2026");

		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).contains("cuántos minutos duró", "Lo apuntan &lt;todo&gt;.");
		assertThat(holiday.statusCode()).isEqualTo(400);
		assertThat(PageForms.withoutTokens(holiday.body())).contains("Ese día no se trabaja (",
				"El siguiente laborable es el 9/12/2026", "value=\"08/12/2026\"");
		assertThat(this.calls.list(number)).isEmpty();

		HttpResponse<String> agreed = click(holiday.body(), number,
				"callResult=CONVERSATION&callChannel=PHONE&callMinutes=9&callNote=Bien&contactOn=09%2F12%2F2026");
		assertThat(follow(agreed)).contains("Siguiente contacto: miércoles 9 de diciembre");
		CaseDriver.travel(Duration.ofDays(7));
		assertThat(why("MINE", number)).isEqualTo("Toca el contacto que se acordó");
	}

	@Test
	@DisplayName("What is put off is listed with how often, and on its day it is a promise until somebody calls (002-07, 004-67)")
	void promised() {
		CaseNumber number = registered();
		String path = "/api/pursuits/" + number;
		this.api.post(path + "/moves", "{\"nextStage\":\"CONTACTED\",\"callResult\":\"CONVERSATION\","
				+ "\"callChannel\":\"PHONE\",\"callMinutes\":9,\"callNote\":\"En diciembre.\"}");
		var put = this.api.post(path + "/moves", "{\"nextStage\":\"LATER\",\"contactOn\":\"09/12/2026\"}");
		assertThat(put.status()).as(put.text()).isEqualTo(200);
		assertThat(row("DEFERRED", number).path("deferrals").asInt()).isEqualTo(1);
		assertThat(why("ALL", number)).isNull();
		assertThat(this.browser.send("GET", PAGE + "?lista=DEFERRED").body()).contains(number.value(), "Aplazadas (1)");

		assertThat(this.browser.send("GET", "/ventas/aplazadas").statusCode()).as("what others put off").isEqualTo(403);
		assertThat(deferredOfAll(number)).contains("<td>1</td>", "9 dic 2026",
				"Fecha acordada: miércoles 9 de diciembre");

		CaseDriver.travel(Duration.ofDays(7));
		assertThat(why("ALL", number)).startsWith("Se prometió volver a llamar el miércoles 9 de diciembre")
			.endsWith("Se ha aplazado una vez");
		assertThat(row("DEFERRED", number)).isNull();
		HttpResponse<String> kept = click(pageWith(number), number,
				"callResult=CONVERSATION&callChannel=PHONE&callMinutes=4&callNote=Oferta&contactOn=11%2F12%2F2026");
		assertThat(follow(kept)).contains("Siguiente contacto: viernes 11 de diciembre");

		assertThat(standing(number).kind()).isEqualTo(StageKind.ACTIVE);
		assertThat(why("ALL", number)).isNull();
	}

	@Test
	@DisplayName("The page is for those who sell; a colleague's calls are not in the list, and an unknown list is refused")
	void ofWhom() {
		CaseNumber number = registered();
		this.api.post("/api/pursuits/" + number + "/moves",
				"{\"nextStage\":\"ATTEMPT\",\"callResult\":\"ATTEMPT\",\"callChannel\":\"PHONE\"}");
		CaseDriver.travel(Duration.ofDays(5));
		assertThat(why("ALL", number)).isNotNull();
		ApiClient other = ApiClient.of(this.port, this.engine.getIdentityService(), "http-other", "sales");
		assertThat(find(other, "ALL", number)).isNull();
		assertThat(this.api.get("/api/pursuits/calls?list=NADA").fields()).containsExactly("list");
		ApiClient.of(this.port, this.engine.getIdentityService(), "calls-finance", "finance");
		assertThat(StaffClient.basic(this.port, "calls-finance", CaseDriver.PASSWORD).send("GET", PAGE).statusCode())
			.isEqualTo(403);
	}

	@Test
	@DisplayName("While a next contact is agreed, no other clock reminds of it or takes it away (002-07)")
	void rests() {
		CaseNumber number = registered();
		this.people.complete(number, SELLER, NEW, talk("CONTACTED"));
		this.work.call(number, new UserId(SELLER), "CONVERSATION", "PHONE", 5, "Tras las fiestas.", "11/01/2027");

		assertThat(this.levels.deadlines(number)).extracting(Deadline::clock).doesNotContain(ServiceClock.ACTIVITY);
		assertThat(this.pursuits.get(number).ownerId()).isEqualTo(new UserId(SELLER));
	}

	private String deferredOfAll(CaseNumber number) {
		StaffClient supervisor = StaffClient.basic(this.port, "supervisor", CaseDriver.PASSWORD);
		for (int page = 1; page < 200; page++) {
			String shown = supervisor.send("GET", "/ventas/aplazadas?pagina=" + page).body();
			if (shown.contains(number.value())) {
				return shown.substring(shown.indexOf(number.value()));
			}
		}
		throw new AssertionError(number + " is on no page");
	}

	private String why(String list, CaseNumber number) {
		JsonNode row = row(list, number);
		return (row == null) ? null : row.path("why").asText();
	}

	private JsonNode row(String list, CaseNumber number) {
		return find(this.api, list, number);
	}

	/** Others register prospects too: the list is read to its end. */
	private static JsonNode find(ApiClient who, String list, CaseNumber number) {
		for (int page = 0;; page++) {
			JsonNode part = who.get("/api/pursuits/calls?size=200&list=" + list + "&page=" + page).json();
			for (JsonNode row : part.path("items")) {
				if (row.path("number").asText().equals(number.value())) {
					return row;
				}
			}
			if ((page + 1) * 200L >= part.path("total").asLong()) {
				return null;
			}
		}
	}

	private String pageWith(CaseNumber number) {
		for (int page = 1; page < 200; page++) {
			String shown = this.browser.send("GET", PAGE + "?pagina=" + page).body();
			if (shown.contains("id=\"" + number + "\"")) {
				return shown;
			}
		}
		throw new AssertionError(number + " is on no page");
	}

	private HttpResponse<String> click(String page, CaseNumber number, String typed) {
		String mine = page.substring(page.indexOf("id=\"" + number + "\""));
		return this.browser.submit("POST", PAGE + "/" + number, "application/x-www-form-urlencoded",
				"_csrf=" + encoded(value(mine, "_csrf")) + "&form=" + value(mine, "form") + "&lista="
						+ value(mine, "lista") + "&pagina=" + value(mine, "pagina") + "&" + typed);
	}

	private String follow(HttpResponse<String> answer) {
		assertThat(answer.statusCode()).as(answer.body()).isEqualTo(302);
		return this.browser
			.send("GET", answer.headers().firstValue("Location").orElseThrow().replaceFirst("^https?://[^/]+", ""))
			.body();
	}

	private static String value(String page, String field) {
		return page.replaceAll("(?s)^.*?name=\"" + field + "\" value=\"([^\"]+)\".*$", "$1");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
