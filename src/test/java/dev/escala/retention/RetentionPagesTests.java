package dev.escala.retention;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.escala.access.Role;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.Tier;
import dev.escala.purchase.Purchases;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.retention.loss.LossFigures;
import dev.escala.retention.loss.LossLine;
import dev.escala.retention.loss.LostCustomers;
import dev.escala.retention.loss.SaidLoss;
import dev.escala.support.ApiClient;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.PageForms;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("Leaving and lost customers in the browser, as a file and over HTTP")
class RetentionPagesTests {

	private static final Instant WEDNESDAY = Instant.parse("2026-12-02T09:00:00Z");

	private static final UserId BY = new UserId("perdedora");

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private RetentionCases cases;

	@Autowired
	private LostCustomers lost;

	@Autowired
	private Customers customers;

	@Autowired
	private Purchases purchases;

	@Autowired
	private JdbcClient jdbc;

	@LocalServerPort
	private int port;

	private LeavingCustomers leaving;

	private ApiClient api;

	private PageForms browser;

	@BeforeEach
	void givenWhoSells() {
		CaseDriver.travelTo(WEDNESDAY);
		CaseDriver people = new CaseDriver(this.engine);
		people.staff();
		people.person(BY.value(), Role.SALES);
		this.leaving = new LeavingCustomers(this.customers, this.purchases);
		this.api = ApiClient.of(this.port, this.engine.getIdentityService(), "retention-api", "supervisors");
		this.browser = new PageForms(StaffClient.basic(this.port, BY.value(), CaseDriver.PASSWORD));
	}

	@AfterEach
	void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("Opened by hand on the page, found in its list, with a plot of what they bought, and on the customer's page (004-28, 004-55)")
	void openedByHand() {
		Customer customer = this.leaving.customer(Tier.GOLD);
		this.leaving.buys(customer, "2026-10-05", 30_000);
		var page = this.browser.open("/retencion");
		page = this.browser.send(page, "#nuevo form", "customer", "Nadie que exista", "reason", "");
		assertThat(this.browser.status()).isEqualTo(400);
		assertThat(page.select("#customer-wrong").text()).contains("No se conoce ningún cliente «Nadie que exista»");
		assertThat(page.select("#reason-wrong").text()).contains("Falta por qué parece que se va");
		page = this.browser.send(page, "#nuevo form", "customer", customer.code(), "reason",
				"Pregunta a la competencia.");
		CaseNumber number = this.cases.openOf(customer.id()).orElseThrow().number();
		assertThat(page.select("h1").text()).contains(number.value(), "Pregunta a la competencia.");
		assertThat(page.select("#compras svg rect")).hasSize(18);
		assertThat(page.select("#compras svg title").text()).contains("oct 2026: 300,00 EUR");
		assertThat(page.select("#tareas").text()).contains("Llamar al cliente");

		assertThat(this.browser.open("/retencion?texto=" + customer.code().substring(5)).select("tbody tr")).hasSize(1)
			.first()
			.satisfies((line) -> assertThat(line.text()).contains(customer.name(), "Por llamar", "801,00 EUR"));
		assertThat(this.browser.open("/retencion?texto=nadiequeexista").text()).contains("Ningún caso coincide");
		assertThat(this.browser.open("/casos?tipo=retencion&texto=" + number).text()).contains("Retención",
				"Por llamar");
		var known = this.browser.open("/clientes/" + customer.code());
		assertThat(known.select("#asuntos").text()).contains(number.value(), "Retención", "Por llamar");
		assertThat(known.select("#conocido").text()).contains("Contrato oro", "1 compra en doce meses")
			.contains("Aún no ha opinado");

		var again = this.api.post("/api/retention-cases",
				"{\"customer\":\"" + customer.code() + "\",\"reason\":\"Otra vez\"}");
		assertThat(again.response().statusCode()).isEqualTo(409);
		assertThat(again.response().body()).contains("ya tiene abierta " + number);
		assertThat(this.api.get("/api/retention-cases/" + number).response().body()).contains("\"signal\":\"BY_HAND\"",
				"\"atStakeCents\":80100");
		assertThat(this.api.get("/api/retention-cases?sort=-value&search=" + number).response().body())
			.contains(number.value());
	}

	@Test
	@DisplayName("The figures of twelve months equal what the tables say: lost, why, effect, silence, come back, by level and owner (004-20, 004-29, 004-32, 004-37)")
	void figures() {
		Customer back = this.leaving.customer(Tier.GOLD);
		this.leaving.buys(back, "2026-03-05", 10_000);
		this.leaving.buys(back, "2026-11-20", 5_000);
		record(back, "10/11/2026", "CLOSED");
		Customer gone = this.leaving.customer(Tier.SILVER);
		this.leaving.buys(gone, "2026-06-05", 20_000);
		record(gone, "1/7/2026", "SERVICE");
		// Before the twelve months, and on their first day.
		record(this.leaving.customer(Tier.STANDARD), "2/12/2025", "VALUE");
		record(this.leaving.customer(Tier.STANDARD), "3/12/2025", "VALUE");

		LossFigures figures = this.lost.figures();
		assertThat(figures.from()).isEqualTo(LocalDate.of(2025, 12, 3));
		assertThat(figures.to()).isEqualTo(LocalDate.of(2026, 12, 3));
		assertThat(figures.total()).isEqualTo(oracle("Todos", "true", ""));
		for (LossLine line : figures.segments()) {
			String tier = Map.of("Estándar", "STANDARD", "Plata", "SILVER", "Oro", "GOLD").get(line.of());
			assertThat(line).isEqualTo(oracle(line.of(), "l.tier = ?", tier));
		}
		assertThat(figures.segments()).extracting(LossLine::lost).allMatch((count) -> count > 0).hasSize(3);
		assertThat(figures.causes().stream().mapToInt(LossLine::lost).sum()).isEqualTo(figures.total().lost());
		assertThat(figures.causes()).anyMatch((line) -> line.of().equals("Empeoró el servicio"));
		assertThat(figures.owners().stream().mapToInt(LossLine::lost).sum()).isEqualTo(figures.total().lost());
		assertThat(figures.buyers()).isGreaterThanOrEqualTo(2);
		assertThat(this.lost.last(back.id()))
			.hasValueSatisfying((one) -> assertThat(one.backOn()).isEqualTo(LocalDate.of(2026, 11, 20)));
		assertThat(this.lost.last(gone.id())).hasValueSatisfying((one) -> assertThat(one.silent()).isTrue());

		assertThatThrownBy(() -> record(gone, "2/7/2026", "SERVICE"))
			.hasMessageContaining("ya está entre los clientes");
		assertThatThrownBy(() -> record(gone, "3/12/2026", "FEO")).hasMessageContaining("por venir")
			.hasMessageContaining("No se conoce la causa «FEO»");
		var page = this.browser.open("/retencion/perdidos?texto=" + gone.code().substring(5));
		assertThat(page.select("table").last().text()).contains(gone.name(), "Empeoró el servicio", "534,00 EUR",
				"En silencio");
		assertThat(page.select("#cifras").text()).contains("Cuántos se perdieron " + figures.total().lost());
		String csv = StaffClient.basic(this.port, BY.value(), CaseDriver.PASSWORD)
			.send("GET", "/retencion/perdidos/exportar")
			.body();
		assertThat(csv)
			.contains("\"" + gone.name() + "\";\"Plata\";\"01/07/2026\";\"\";\"no\";\"Empeoró el servicio\";\"sí\"")
			.contains("\"" + back.name() + "\";\"Oro\";\"10/11/2026\";\"\";\"no\";\"Cerró el negocio\";\"no\"")
			.doesNotContain("02/12/2025");
		assertThat(this.api.get("/api/lost-customers/figures").response().body())
			.contains("\"lost\":" + figures.total().lost());
		assertThat(StaffClient.basic(this.port, "tecnologia", CaseDriver.PASSWORD)
			.send("GET", "/retencion/perdidos")
			.statusCode()).isEqualTo(403);
	}

	private void record(Customer customer, String day, String cause) {
		this.lost.record(new SaidLoss(customer.code(), day, cause, "Se aprende algo."), BY);
	}

	/** The same figures in one statement, by another way. */
	private LossLine oracle(String of, String condition, String value) {
		String lost = " FROM lost_customer l WHERE l.lost_on BETWEEN '2025-12-03' AND '2026-12-02' AND " + condition;
		return new LossLine(of, count("count(*)" + lost, value),
				count("count(*)" + lost + " AND l.cause NOT IN ('DIED', 'MOVED', 'CLOSED')", value),
				count("count(*)" + lost + " AND l.let_go", value), count("count(*)" + lost + " AND l.silent", value),
				count("count(*)" + lost + " AND l.customer_id IN (SELECT p.customer_id FROM purchase p"
						+ " WHERE p.bought_on > l.lost_on AND p.counts AND p.cents > 0)", value),
				sums("yearly_cents", lost, value), sums("at_stake_cents", lost, value));
	}

	private int count(String sql, String value) {
		return this.jdbc.sql("SELECT " + sql)
			.params(value.isEmpty() ? List.of() : List.of(value))
			.query(Integer.class)
			.single();
	}

	private Map<String, Long> sums(String column, String lost, String value) {
		Map<String, Long> sums = new TreeMap<>();
		this.jdbc
			.sql("SELECT l.currency, sum(l." + column + ") AS sum" + lost + " AND l.currency IS NOT NULL GROUP BY 1")
			.params(value.isEmpty() ? List.of() : List.of(value))
			.query((row) -> {
				sums.put(row.getString(1), row.getLong(2));
			});
		return sums;
	}

}
