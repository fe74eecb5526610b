package dev.escala.complaint.regime;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.clock.count.Counting;
import dev.escala.support.ApiClient;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import dev.escala.support.CaseDriver;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("By when the law wants a complaint answered")
class LegalDeadlineTests {

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	private ApiClient agent;

	@BeforeEach
	void givenAnAgent() {
		this.agent = ApiClient.of(this.port, this.identity, "law-agent", "agents");
	}

	@AfterEach
	void noAgent() {
		this.identity.deleteUser("law-agent");
	}

	@ParameterizedTest(name = "{0}: {1} is {2}")
	@DisplayName("Worked dates, counted by hand; 7 December 2026 is free in Madrid and Andalucía, not in Cataluña")
	@CsvSource(delimiter = '|',
			textBlock = """
					presented=2026-12-04T18:00&region=md&large=true                                      | ES-G          | 2026-12-30
					presented=2026-12-04T18:00&region=ct&large=true                                      | ES-G          | 2026-12-29
					presented=2026-12-04T18:00&region=md&large=true&topic=BILLING                        | ES-B          | 2026-12-09
					presented=2026-12-28T09:00&region=md&large=true                                      | ES-G          | 2027-01-20
					presented=2026-12-28T09:00&region=md&large=true&topic=BILLING                        | ES-B          | 2027-01-02
					presented=2026-12-04T18:00&region=md                                                 | ES-ALL        | 2026-12-19
					presented=2025-12-10T09:00&region=md                                                 | ES-ALL        | 2026-01-10
					presented=2025-12-28T09:00&region=md                                                 | ES-ALL        | 2026-01-12
					presented=2027-01-31T23:30&region=pv&sector=FINANCE                                  | ES-FIN        | 2027-02-28
					presented=2026-12-04T18:00&region=md&sector=FINANCE&decided=2026-12-10T12:00         | ES-FIN-NOTIFY | 2026-12-20
					presented=2026-12-04T18:00&region=md&sector=FINANCE&topic=PAYMENT_SERVICE            | ES-PAY        | 2026-12-30
					presented=2026-11-30T10:00&region=md&sector=TELECOM                                  | ES-TEL        | 2026-12-30
					presented=2026-12-04T18:00&region=md&sector=ELECTRICITY&topic=METERING               | ES-ELE        | 2026-12-15
					presented=2026-12-04T18:00&region=ct&sector=ELECTRICITY&topic=CUT_OFF                | ES-ELE        | 2026-12-14
					presented=2026-12-04T18:00&region=md&sector=ELECTRICITY&topic=METERING&smallSupply=false | ES-ELE    | 2026-12-30
					presented=2026-12-04T18:00&region=an&officialForm=true                               | ES-AND        | 2026-12-22
					presented=2026-12-05T23:30&region=md&sector=WATER&topic=OUTAGE                       | ES-C          | 2026-12-06
					presented=2026-12-05T10:00&region=md&large=true                                      | ES-G          | 2026-12-30
					""")
	void workedDates(String question, String code, String lastDate) {
		JsonNode term = term(ask(question), code);

		assertThat(term.get("lastDate").asText()).as(term.get("because").toString()).isEqualTo(lastDate);
		assertThat(term.get("because")).isNotEmpty();
	}

	@ParameterizedTest(name = "{0}: {1} is {2}")
	@DisplayName("What is missing starts a term anew, interrupts it, or leaves it alone")
	@CsvSource(delimiter = '|',
			textBlock = """
					large=true&presented=2026-12-04T18:00&cureRequested=2026-12-09T10:00&cureCompleted=2026-12-14T10:00      | ES-G   | 2027-01-07
					sector=FINANCE&presented=2027-03-01T10:00&cureRequested=2027-03-10T10:00&cureCompleted=2027-03-15T10:00  | ES-FIN | 2027-04-06
					sector=FINANCE&presented=2027-03-01T10:00&cureRequested=2027-03-10T10:00&cureCompleted=2027-03-10T20:00  | ES-FIN | 2027-04-01
					sector=TELECOM&presented=2027-03-01T10:00&cureRequested=2027-03-10T10:00&cureCompleted=2027-03-15T10:00  | ES-TEL | 2027-04-01
					large=true&presented=2026-12-04T18:00&cureRequested=2026-12-09T10:00                                     | ES-G   |
					sector=FINANCE&presented=2027-03-01T10:00&cureRequested=2027-03-10T10:00                                 | ES-FIN |
					""")
	void cures(String question, String code, String lastDate) {
		JsonNode term = term(ask(question + "&region=md"), code);

		assertThat(term.get("lastDate").asText(null)).isEqualTo(lastDate);
	}

	@Test
	@DisplayName("An outage has two hours, day and night; the end is an instant, in the customer's zone")
	void outage() {
		JsonNode madrid = term(ask("presented=2026-12-05T23:30&region=md&sector=TELECOM&topic=OUTAGE"), "ES-C");
		JsonNode canary = term(ask("presented=2026-12-05T23:30&region=cn&sector=TELECOM&topic=OUTAGE"), "ES-C");

		assertThat(madrid.get("dueAt").asText()).isEqualTo("2026-12-06T00:30:00Z");
		assertThat(canary.get("dueAt").asText()).isEqualTo("2026-12-06T01:30:00Z");
		assertThat(madrid.get("when").asText()).isEqualTo("domingo 6 de diciembre de 2026, a las 1:30");
	}

	@Test
	@DisplayName("The norm of the sector obliges before the general one; of equals the one that ends first")
	void binding() {
		assertThat(binding("region=md&sector=TELECOM")).isEqualTo("ES-TEL");
		assertThat(binding("region=md&sector=WATER&topic=OUTAGE")).isEqualTo("ES-C");
		assertThat(binding("region=md&sector=WATER&topic=BILLING")).isEqualTo("ES-B");
		assertThat(binding("region=an&sector=TELECOM&officialForm=true")).isEqualTo("ES-AND");
		assertThat(binding("region=md&sector=FINANCE")).isEqualTo("ES-FIN");
	}

	@Test
	@DisplayName("A complaint that no norm knows has the organisation's own term")
	void withoutNorm() {
		JsonNode company = ask("presented=2026-12-04T18:00&region=md&consumer=false");
		JsonNode elsewhere = ask("presented=2026-12-04T18:00&country=MX&sector=TELECOM");

		assertThat(company.get("withoutNorm").asBoolean()).isTrue();
		assertThat(elsewhere.get("withoutNorm").asBoolean()).isTrue();
		assertThat(binding("region=md&consumer=false")).isEqualTo("OWN");
		assertThat(elsewhere.get("terms").get(0).get("dueAt").isNull()).isFalse();
	}

	@Test
	@DisplayName("The answer says why: norm, days off, what the law leaves open, what is in doubt")
	void because() {
		JsonNode asked = ask("presented=2026-12-04T18:00&region=md&large=true&topic=BILLING");

		assertThat(asked.get("cureUntil").asText()).isEqualTo("2026-12-22");
		assertThat(term(asked, "ES-B").get("because").toString()).contains("Ley 10/2025, art. 17.3",
				"La norma dice «días» sin más: la organización los lee como días naturales.\"",
				"si el último lo es, no se mueve", "Es exigible desde el 28 de diciembre de 2026");
		assertThat(term(asked, "ES-G").get("because").toString()).contains("Días hábiles de Comunidad de Madrid",
				"el lunes 7 de diciembre (", "el martes 8 de diciembre (", "el viernes 25 de diciembre (",
				"viernes 4 de diciembre de 2026 no cuenta", "la reclamación sigue abierta");
		assertThat(term(ask("presented=2026-12-28T10:00&region=md&sector=TELECOM"), "ES-TEL").get("because").toString())
			.contains("según fuentes secundarias");
		assertThat(term(ask("presented=2028-12-20T10:00&region=md&large=true"), "ES-G").get("because").toString())
			.contains("Los festivos de 2029 están sin confirmar");
	}

	@Test
	@DisplayName("A refusal has bodies to name: of the sector, and for consumers of arbitration; never the closed platform")
	void bodies() {
		assertThat(bodies("region=md&sector=FINANCE")).hasSize(5)
			.anyMatch((name) -> name.startsWith("Banco de España"));
		assertThat(bodies("region=md&sector=FINANCE&consumer=false")).hasSize(3);
		assertThat(bodies("region=md&sector=TELECOM")).hasSize(3);
		assertThat(bodies("region=md")).hasSize(2);
		assertThat(bodies("region=md&consumer=false")).isEmpty();
		assertThat(bodies("country=MX")).isEmpty();
		for (Sector sector : Sector.values()) {
			assertThat(ask("presented=2026-12-04T18:00&sector=" + sector.name()).toString()).doesNotContain("/odr",
					"webgate.ec.europa");
		}
	}

	private List<String> bodies(String question) {
		return StreamSupport.stream(ask("presented=2026-12-04T18:00&" + question).get("bodies").spliterator(), false)
			.map((body) -> body.get("name").asText())
			.toList();
	}

	@Test
	@DisplayName("What nobody has looked at for three months, or is not sure, is to be checked before it is written")
	void toCheck() {
		LocalDate checked = LocalDate.of(2026, 11, 29);
		DisputeBody sure = new DisputeBody("CNMV", "Madrid", "cnmv.es", "Después de un mes", DisputeBody.Binds.NOBODY,
				"Valores", "Su página", Certainty.B, checked, DisputeBody.Told.NOTHING);
		DisputeBody doubtful = new DisputeBody("DGSFP", "Por confirmar", "dgsfp.mineco.es", "Después de un mes",
				DisputeBody.Binds.NOBODY, "Seguros", "Orden", Certainty.N, checked, DisputeBody.Told.NOTHING);

		assertThat(sure.isToCheck(LocalDate.of(2027, 2, 28))).isFalse();
		assertThat(sure.isToCheck(LocalDate.of(2027, 3, 1))).isTrue();
		assertThat(doubtful.isToCheck(checked)).isTrue();
		assertThat(sure.told("en").name()).as("a table that says nothing in English").isEqualTo("CNMV");
	}

	@ParameterizedTest
	@DisplayName("What is wrong with a question is said by field")
	@CsvSource(delimiter = '|',
			textBlock = """
					region=md                                                          | presented     | Falta cuándo se presentó
					presented=ayer                                                     | presented     | 2026-12-04T18:00
					presented=1800-01-01T10:00                                         | presented     | El año está entre
					presented=2026-12-04T18:00&country=XX                              | country       | No se conoce ese país
					presented=2026-12-04T18:00&region=zz                               | region        | No se conoce esa región de España
					presented=2026-12-04T18:00&sector=BANCO                            | sector        | FINANCE
					presented=2026-12-04T18:00&topic=X                                 | topic         | BILLING
					presented=2026-12-04T18:00&large=si                                | large         | true o false
					presented=2026-12-04T18:00&cureCompleted=2026-12-05T10:00          | cureRequested | Falta cuándo se pidió
					presented=2026-12-04T18:00&cureRequested=2026-12-03T10:00          | cureRequested | antes de que se presente
					presented=2026-12-04T18:00&decided=2026-12-03T10:00                | decided       | antes de que se presente
					presented=2026-12-04T18:00&cureRequested=2026-12-09T10:00&cureCompleted=2026-12-08T10:00 | cureCompleted | antes de pedirlo
					presented=2026-12-04T18:00&zona=x                                  | zona          | No se conoce ese filtro
					""")
	void refused(String question, String field, String what) {
		ApiClient.Answer answer = this.agent.get("/api/complaints/deadlines?" + question);

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.json().get("errors").toString()).contains(field).contains(what);
	}

	@Test
	@DisplayName("The page answers the same question, keeps it in its address and says what is wrong")
	void page() {
		StaffClient person = StaffClient.basic(this.port, "law-agent", CaseDriver.PASSWORD);
		PageForms pages = new PageForms(person);

		Document begun = pages.open("/reclamaciones/plazos");
		Document told = pages.open("/reclamaciones/plazos?calcular=si&presented=2026-12-04T18:00&region=md&sector=OTHER"
				+ "&topic=OTHER&consumer=true&large=true");
		Document wrong = Jsoup.parse(
				person
					.send("GET", "/reclamaciones/plazos?calcular=si&presented=" + encoded("4 de diciembre"), "Accept",
							"text/html")
					.body());

		assertThat(begun.select("#presented").val()).matches("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d");
		assertThat(begun.select("[name=consumer]").hasAttr("checked")).isTrue();
		assertThat(told.select(".answer").text())
			.isEqualTo("Miércoles 30 de diciembre de 2026, hasta el final del día.");
		assertThat(told.select(".why").text()).contains("Gran empresa: quince días hábiles");
		assertThat(told.select("#region option[selected]").text()).isEqualTo("Comunidad de Madrid");
		assertThat(wrong.select("#presented-wrong").text()).contains("fecha y hora");
	}

	@Test
	@DisplayName("Until somebody says how days are read the start warns of it")
	void unstated() {
		ComplaintLaw silent = new ComplaintLaw(null, null, null, false, null);
		ComplaintLaw decided = new ComplaintLaw(null, null, null, false, Counting.WORKING_DAYS);

		assertThat(new UnstatedDaysWarning(silent).sentence()).hasValueSatisfying(
				(sentence) -> assertThat(sentence).contains("escala.complaints.unstated-days", "calendar days"));
		assertThat(new UnstatedDaysWarning(decided).sentence()).isEmpty();
		assertThat(TermUnit.UNSTATED_DAYS.counting(silent.unstated())).isEqualTo(Counting.CALENDAR_DAYS);
		assertThat(TermUnit.UNSTATED_DAYS.counting(decided.unstated())).isEqualTo(Counting.WORKING_DAYS);
		assertThatThrownBy(() -> new ComplaintLaw(null, null, null, false, Counting.MONTHS))
			.isInstanceOf(IllegalArgumentException.class);
	}

	private String binding(String question) {
		JsonNode asked = ask("presented=2026-12-04T18:00&" + question);
		return StreamSupport.stream(asked.get("terms").spliterator(), false)
			.filter((term) -> term.get("binding").asBoolean())
			.map((term) -> term.get("code").asText())
			.reduce((one, other) -> one + " " + other)
			.orElse("none");
	}

	private JsonNode ask(String question) {
		ApiClient.Answer answer = this.agent.get("/api/complaints/deadlines?" + question.strip());
		assertThat(answer.status()).as(() -> answer.json().toString()).isEqualTo(200);
		return answer.json();
	}

	private static JsonNode term(JsonNode asked, String code) {
		return StreamSupport.stream(asked.get("terms").spliterator(), false)
			.filter((term) -> term.get("code").asText().equals(code))
			.findFirst()
			.orElseThrow(() -> new AssertionError(code + " is not in " + asked));
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
