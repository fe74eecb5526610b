package dev.escala.engine.path;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.engine.path.PathFigures.Waited;
import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("Which ways processes took")
class PathTests {

	private static final Instant EVER = Instant.EPOCH;

	private static final String TAKEN = "flow_takeOver_rightGroup";

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private Customers customers;

	@Autowired
	private PathRepository paths;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private TransactionTemplate transactions;

	private CaseDriver people;

	@BeforeEach
	void givenPeople() {
		this.people = new CaseDriver(this.engine);
		this.people.staff();
		if (this.customers.findByCode("RECORRIDO").isEmpty()) {
			this.customers.create(new SaveCustomer("RECORRIDO", "Faros del Camino", Tier.GOLD, "es",
					List.of(new Customer.Contact("Compras", "camino@cliente.example", null, true)), List.of()));
		}
	}

	@Test
	@DisplayName("A transaction writes one row of all that happened in it; what is refused or rolled back never happened")
	void once() {
		CaseNumber number = this.people.report("agente", Forms.report("RECORRIDO"));
		Task task = this.people.task(number, "userTask_takeOver");
		long before = rows();
		Map<String, Long> flows = figures("customerEscalation").flows();

		assertThatThrownBy(() -> this.engine.getTaskService().complete(task.getId())).isNotNull();
		this.transactions.executeWithoutResult((status) -> {
			this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());
			status.setRollbackOnly();
		});
		assertThat(rows()).isEqualTo(before);
		this.people.complete(number, "tecnologia", "userTask_takeOver", Forms.takeOver());

		assertThat(rows()).isEqualTo(before + 1);
		PathFigures after = figures("customerEscalation");
		assertThat(after.flows().get(TAKEN)).isEqualTo(flows.getOrDefault(TAKEN, 0L) + 1);
		assertThat(after.steps().get("userTask_takeOver").times()).isPositive();
	}

	@Test
	@DisplayName("Several commands of one transaction are one row")
	void within() {
		CaseNumber one = this.people.report("agente", Forms.report("RECORRIDO"));
		CaseNumber other = this.people.report("agente", Forms.report("RECORRIDO"));
		long before = rows();

		this.transactions.executeWithoutResult((status) -> {
			this.people.complete(one, "tecnologia", "userTask_takeOver", Forms.takeOver());
			this.people.complete(other, "tecnologia", "userTask_takeOver", Forms.takeOver());
		});

		assertThat(rows()).isEqualTo(before + 1);
	}

	@Test
	@DisplayName("Flows are counted and waits halved by model, from a day on, whatever the version")
	void figures() {
		Instant at = Instant.parse("1999-05-03T10:00:00Z");
		String[] flows = { "pathTest:flow_a", "pathTest:flow_a", "pathTest:flow_b", "pathOther:flow_a" };
		this.paths.add(at, List.of(flows), List.of("pathTest:task", "pathTest:task"), List.of(1000L, 9000L));
		this.paths.add(at.plusSeconds(60), List.of("pathTest:flow_a"), List.of("pathTest:task"), List.of(2000L));

		assertThat(this.paths.figures("pathTest", EVER)).isEqualTo(new PathFigures(Map.of("flow_a", 3L, "flow_b", 1L),
				Map.of("task", new Waited(3, Duration.ofSeconds(2)))));
		assertThat(this.paths.figures("pathTest", at.plusSeconds(30)).flows()).isEqualTo(Map.of("flow_a", 1L));
		assertThat(this.paths.figures("pathTest", at.plusSeconds(90)).flows()).isEmpty();
		assertThat(this.paths.first(EVER)).contains(at);
		this.jdbc.sql("DELETE FROM process_path WHERE at < '2000-01-01'").update();
	}

	private PathFigures figures(String process) {
		return this.paths.figures(process, EVER);
	}

	private long rows() {
		return this.jdbc.sql("SELECT count(*) FROM process_path").query(Long.class).single();
	}

}
