package dev.escala.heard;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.Complaints;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.erasure.Erasure;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Whoever of the staff hears something writes it down: it becomes a complaint or a note about the market (004-50)")
class HeardTests {

	private static final String BAKER = "horno@heard.example";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private Customers customers;

	@Autowired
	private Complaints complaints;

	@Autowired
	private Erasure erasure;

	private ApiClient api;

	private StaffClient browser;

	@BeforeEach
	void givenSomebodyAndACustomer() {
		this.api = ApiClient.of(this.port, this.identity, "heard-agent", "agents");
		this.browser = StaffClient.basic(this.port, "heard-agent", CaseDriver.PASSWORD);
		if (this.customers.findByCode("HEARD").isEmpty()) {
			this.customers.create(new SaveCustomer("HEARD", "Horno del Oído", Tier.STANDARD, "es",
					List.of(new Customer.Contact("Pilar", BAKER, null, true)), List.of()));
		}
	}

	@AfterEach
	void nobodyLeft() {
		this.identity.deleteUser("heard-agent");
	}

	@Test
	@DisplayName("On the page: a complaint of a known customer, once for two clicks, with what it is about and where it was heard")
	void complaint() {
		String page = this.browser.send("GET", "/oido").body();
		assertThat(this.browser.send("GET", "/casos").body()).contains("He oído…");
		String what = "kind=COMPLAINT&text=" + encoded("Dice que la <caja> llega siempre tarde.")
				+ "&customer=HEARD&about=Reparto&place=" + encoded("En el mercado");

		HttpResponse<String> wrong = send(page, "kind=COMPLAINT&text=Tarde&customer=");
		assertThat(wrong.statusCode()).isEqualTo(400);
		assertThat(wrong.body()).contains("Una reclamación necesita a quién responder", ">\nTarde<");
		HttpResponse<String> first = send(page, what);
		HttpResponse<String> second = send(page, what);

		assertThat(first.statusCode()).as(first.body()).isEqualTo(302);
		String there = first.headers().firstValue("Location").orElseThrow();
		assertThat(second.headers().firstValue("Location")).contains(there);
		CaseNumber number = new CaseNumber(there.substring(there.indexOf('=') + 1));
		Complaint complaint = this.complaints.get(number);
		assertThat(complaint.statement().description()).isEqualTo("Dice que la <caja> llega siempre tarde.\n\n"
				+ "Trata de: Reparto\nSe lo oyó alguien de la casa: En el mercado");
		assertThat(complaint.statement().door()).isEqualTo(ComplaintDoor.IN_PERSON);
		assertThat(complaint.customerId()).isEqualTo(this.customers.findByCode("HEARD").orElseThrow().id());
		assertThat(this.browser.send("GET", there.replaceFirst("^https?://[^/]+", "")).body())
			.contains("Se abrió la reclamación", "/reclamaciones/" + number);
		assertThat(send(page, what.replace("siempre", "a veces")).statusCode()).as("the same form, something else")
			.isEqualTo(409);
	}

	@Test
	@DisplayName("A note about the market is found by its words, shown as text, and forgotten with the person whom it names")
	void market() {
		Answer made = this.api.post("/api/heard",
				"{\"kind\":\"MARKET\",\"text\":\"Enfrente dan <b>zumbidos</b> gratis, dice " + BAKER
						+ "\",\"place\":\"Feria de Valladolid\"}");
		assertThat(made.status()).as(made.text()).isEqualTo(201);
		assertThat(made.json().at("/complaint").isNull()).isTrue();

		String found = this.browser.send("GET", "/oido?texto=" + encoded("zumbidos valladólid")).body();
		assertThat(found).contains("&lt;b&gt;zumbidos", "Feria de Valladolid").doesNotContain("<b>zumbidos");
		assertThat(this.browser.send("GET", "/oido?texto=zumbidos+nadie").body()).contains("Nada coincide");
		assertThat(this.api.get("/api/heard?search=zumbidos").json().at("/total").asInt()).isEqualTo(1);
		this.erasure.erase(BAKER, Set.of(), "operadora");
		assertThat(this.api.get("/api/heard?search=zumbidos").json().at("/items/0/text").asText())
			.isEqualTo("Enfrente dan <b>zumbidos</b> gratis, dice [persona suprimida]");
		assertThat(this.api.get("/api/heard?sort=nada").fields()).containsExactly("sort");
		assertThat(this.api.post("/api/heard", "{\"kind\":\"NADA\",\"text\":\"\"}").fields())
			.containsExactlyInAnyOrder("kind", "text");
	}

	private HttpResponse<String> send(String page, String typed) {
		return this.browser.submit("POST", "/oido", "application/x-www-form-urlencoded",
				"_csrf=" + encoded(value(page, "_csrf")) + "&form=" + value(page, "form") + "&" + typed);
	}

	private static String value(String page, String name) {
		return page.replaceAll("(?s).*?name=\"" + name + "\" value=\"([^\"]+)\".*", "$1");
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
