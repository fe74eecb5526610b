package dev.escala.customer;

import java.util.List;

import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Customers on pages: found, read, kept; of two who change one nothing is lost (001-16)")
class CustomerPageTests {

	private static final String FORM = "main form.card";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private Customers customers;

	@Autowired
	private JdbcClient jdbc;

	private PageForms agent;

	private PageForms technician;

	@BeforeEach
	void givenPeopleAndACustomer() {
		ApiClient.of(this.port, this.identity, "cpage-agent", "agents");
		ApiClient.of(this.port, this.identity, "cpage-technician", "technology");
		this.agent = new PageForms(StaffClient.basic(this.port, "cpage-agent", CaseDriver.PASSWORD));
		this.technician = new PageForms(StaffClient.basic(this.port, "cpage-technician", CaseDriver.PASSWORD));
		this.customers.create(new SaveCustomer("CPAGE-1", "Ñandú & Cía", Tier.GOLD, "es",
				List.of(new Customer.Contact("Begoña", "begona@nandu.example", "+34 699 00 11 22", true),
						new Customer.Contact("Luis", "luis@nandu.example", null, false)),
				List.of(new Customer.Service("FACT", "Factura", Product.BILLING))));
	}

	@AfterEach
	void nothingLeft() {
		this.jdbc.sql("DELETE FROM customer WHERE code LIKE 'CPAGE-%'").update();
	}

	@Test
	@DisplayName("The list finds by name without accents, and by a contact for who reads contacts only; it says what to do where it is empty")
	void list() {
		assertThat(this.agent.open("/clientes?texto=nandu+cia").select("tbody td a").first().attr("href"))
			.isEqualTo("/clientes/CPAGE-1");
		for (String word : List.of("begona%40nandu", "699001122", "LUIS+nandu")) {
			assertThat(this.agent.open("/clientes?texto=" + word).text()).as(word).contains("CPAGE-1");
			assertThat(this.technician.open("/clientes?texto=" + word).text()).as(word).doesNotContain("CPAGE-1");
		}
		assertThat(this.agent.open("/clientes?texto=cpage-1").text()).contains("begona@nandu.example", "Nuevo cliente");
		assertThat(this.technician.open("/clientes?texto=cpage-1").text()).doesNotContain("begona@nandu.example",
				"Nuevo cliente");
		assertThat(this.agent.open("/clientes?texto=cpage&nivel=SILVER").text()).contains("Ningún cliente coincide");
		assertThat(this.agent.open("/clientes?texto=cpage%00%01-1&nivel=X&orden=Y&pagina=900").text())
			.contains("CPAGE-1");
	}

	@Test
	@DisplayName("Everybody reads a customer, its contacts only who has to do with it; who may not change it is told so")
	void reads() {
		Document page = this.agent.open("/clientes/cpage-1");

		assertThat(page.text()).contains("Ñandú & Cía", "Oro", "begona@nandu.example", "Factura", "Calendario",
				"El del equipo que le atiende");
		assertThat(page.select("main .button").attr("href")).isEqualTo("/clientes/CPAGE-1/editar");
		Document theirs = this.technician.open("/clientes/CPAGE-1");
		assertThat(theirs.text()).contains("Ñandú & Cía", "los ve quien lleva algo suyo").doesNotContain("begona@");
		assertThat(theirs.select("main .button")).isEmpty();
		assertThat(this.technician.status("/clientes/CPAGE-1/editar")).isEqualTo(403);
		assertThat(this.technician.status("/clientes/nuevo")).isEqualTo(403);
		assertThat(this.agent.status("/clientes/NO-HAY")).isEqualTo(404);
	}

	@Test
	@DisplayName("What is wrong is told beside its field, also in a line behind one that is taken off; what was typed stays")
	void refuses() {
		Document form = this.agent.open("/clientes/CPAGE-1/editar");

		Document refused = this.agent.send(form, FORM, "name", " ", "c0.drop", "true", "c1.email", "luis en nandu",
				"c2.name", "", "c2.phone", "600");

		assertThat(this.agent.status()).isEqualTo(400);
		assertThat(refused.select("[id='contacts[1].email-wrong']").text()).contains("nombre@empresa.es");
		assertThat(refused.select("[id='contacts[2].name-wrong']").text()).contains("Falta");
		assertThat(refused.select("[name=c1.email]").attr("value")).isEqualTo("luis en nandu");
		assertThat(refused.select("[name=c1.email]").attr("aria-describedby")).isEqualTo("contacts[1].email-wrong");
		assertThat(refused.select("[name=c0.drop]").hasAttr("checked")).isTrue();
		assertThat(refused.select("[name=c2.phone]").attr("value")).isEqualTo("600");
		assertThat(refused.select("#name-wrong").text()).contains("Falta el nombre");
		assertThat(customer().name()).isEqualTo("Ñandú & Cía");

		Document more = this.agent.send(refused, FORM, "lineas", "mas");
		assertThat(this.agent.status()).isEqualTo(200);
		assertThat(more.select("[name=c6.name]")).hasSize(1);
		assertThat(more.select("[name=c1.email]").attr("value")).isEqualTo("luis en nandu");
		this.agent.send(more, FORM, "name", "Otro", "fin", null);
		assertThat(this.agent.status()).isEqualTo(400);
		assertThat(customer().name()).isEqualTo("Ñandú & Cía");
	}

	@Test
	@DisplayName("A new customer is made, a code that is taken is said beside it, a contact is taken off")
	void keeps() {
		Document form = this.agent.open("/clientes/nuevo");

		Document taken = this.agent.send(form, FORM, "code", "cpage-1", "name", "Faro", "c0.name", "Inés");
		assertThat(this.agent.status()).isEqualTo(409);
		assertThat(taken.select("#code-wrong").text()).contains("Ya hay un cliente con el código CPAGE-1");
		Document made = this.agent.send(taken, FORM, "code", "cpage-2", "primary", "0");

		assertThat(made.text()).contains("Guardado.", "Faro", "Inés", "Principal");
		Document edit = this.agent.open("/clientes/CPAGE-1/editar");
		this.agent.send(edit, FORM, "c0.drop", "true", "s1.code", "red", "s1.name", "Fibra", "s1.product", "NETWORK");
		assertThat(customer().contacts()).extracting(Customer.Contact::name).containsExactly("Luis");
		assertThat(customer().services()).extracting(Customer.Service::code).containsExactly("FACT", "RED");
	}

	@Test
	@DisplayName("Of two who change a customer the second reads both versions, and saves what is to stand")
	void two() {
		Document mine = this.agent.open("/clientes/CPAGE-1/editar");
		Document theirs = this.agent.open("/clientes/CPAGE-1/editar");
		this.agent.send(theirs, FORM, "name", "Ñandú S. A.", "c1.email", "luis.g@nandu.example", "c2.name", "Eva");

		Document both = this.agent.send(mine, FORM, "tier", "SILVER", "c2.name", "Ana", "c2.phone", "600 111 222");

		assertThat(this.agent.status()).isEqualTo(409);
		assertThat(both.select("[role=alert]").text()).contains("Otra persona ha cambiado este cliente");
		assertThat(both.select(".theirs").eachText()).contains("Guardado ahora: Ñandú S. A.", "Guardado ahora: Oro");
		assertThat(both.select(".people input[name$=.name]").eachAttr("value")).containsExactly("Begoña", "Luis",
				"Luis", "Ana", "Eva", "");
		assertThat(both.select(".people input[name$=.email]").eachAttr("value")).contains("luis@nandu.example",
				"luis.g@nandu.example");
		assertThat(both.select(".people .theirs").eachText().get(0)).contains("Solo está en lo que usted escribió");
		assertThat(customer().tier()).isEqualTo(Tier.GOLD);

		this.agent.send(both, FORM, "name", "Ñandú S. A.", "c1.drop", "true");

		Customer now = customer();
		assertThat(now.tier()).isEqualTo(Tier.SILVER);
		assertThat(now.name()).isEqualTo("Ñandú S. A.");
		assertThat(now.contacts()).extracting(Customer.Contact::name).containsExactly("Begoña", "Luis", "Ana", "Eva");
		assertThat(now.contacts()).extracting(Customer.Contact::email).contains("luis.g@nandu.example");
	}

	private Customer customer() {
		return this.customers.findByCode("CPAGE-1").orElseThrow();
	}

}
