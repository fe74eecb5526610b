package dev.escala.stored;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.monitoring.SelfCheck;
import dev.escala.reference.CaseNumber;
import dev.escala.support.ApplicationNode;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ContextConfiguration;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The database of an earlier build, with a case at each place where one can wait: today's
 * application migrates it, and each case goes on to its end. Cases that run keep the
 * models with which they began, so each id, message, variable and bean that those name
 * has to be there still.
 */
@EscalaTest
@ContextConfiguration(initializers = StoredDatabase.class)
@DirtiesContext
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@DisplayName("Cases that the build of " + StoredDatabase.COMMIT + " stored")
class StoredCasesTests {

	private static final Pattern PROPOSAL = Pattern.compile("name=\"proposal\" value=\"(\\d+)\"");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private List<SelfCheck> checks;

	@Autowired
	private ListableBeanFactory beans;

	@Autowired
	private JdbcClient jdbc;

	private StoredRows rows;

	private final Map<String, StaffClient> staff = new HashMap<>();

	private CaseDriver people;

	private CaseCarrier carrier;

	@BeforeEach
	void givenTheMomentOfStoring() {
		CaseDriver.travelTo(StoredCasesMaker.STORED_AT);
		this.rows = new StoredRows(this.jdbc);
		this.people = new CaseDriver(this.engine);
		this.carrier = new CaseCarrier(this.engine, this::opensItsCard);
	}

	@AfterAll
	static void presentTime() {
		ClockUtil.reset();
	}

	@Test
	@Order(1)
	@DisplayName("keep every date that they had")
	void datesAreKept(@Value("${spring.datasource.url}") String database) {
		Map<String, List<String>> kept = StoredDatabase.moments(database);
		Map<String, List<String>> stored = new TreeMap<>(StoredDatabase.storedMoments());
		kept.keySet().retainAll(stored.keySet());
		// A later migration may drop a column.
		stored.keySet().retainAll(kept.keySet());

		assertThat(kept).containsKeys("escalation.reported_at", "deadline.due_at", "act_ru_task.due_date_")
			.hasSizeGreaterThan(50);
		stored.entrySet().removeAll(kept.entrySet());
		assertThat(stored.keySet()).as("columns whose moments changed").isEmpty();
	}

	@Test
	@Order(2)
	@DisplayName("are matters with their kind, open as the case is, and each knows its process")
	void areMatters() {
		assertThat(StoredCase.values()).allSatisfy((stored) -> {
			CaseNumber number = this.rows.number(stored);
			JsonNode details = details(number);
			StoredRows.Matter matter = this.rows.matter(number);
			assertThat(matter.kind()).isEqualTo("escalation");
			assertThat(matter.open()).isEqualTo(!details.path("phase").asText().equals("ENDED"));
			HistoricProcessInstance process = process(matter);
			assertThat(process.getBusinessKey()).isEqualTo(number.value());
			assertThat(process.getProcessDefinitionKey()).isEqualTo("customerEscalation");
			assertThat(process.getEndTime() == null).isEqualTo(matter.open());
		});
	}

	@Test
	@Order(3)
	@DisplayName("have all their timers armed")
	void timersAreArmed() {
		assertThat(this.checks).filteredOn((check) -> check.kind().equals("unwatched-clocks"))
			.singleElement()
			.satisfies((check) -> assertThat(check.find()).isEmpty());
		assertThat(this.engine.getManagementService().createJobQuery().timers().count()).isGreaterThan(50);
	}

	@Test
	@Order(4)
	@DisplayName("find each bean, method and message that their models name")
	void modelsFindWhatTheyName() {
		StoredModels models = new StoredModels(this.engine);

		assertThat(models.asked()).hasSizeGreaterThan(40);
		assertThat(models.messages()).hasSizeGreaterThan(8);
		assertThat(models.unknown(this.beans)).as("beans and methods that are gone").isEmpty();
		assertThat(models.forgotten()).as("messages that nobody sends any more").isEmpty();
	}

	@Order(5)
	@ParameterizedTest(name = "{0} goes on to its end")
	@EnumSource(StoredCase.class)
	void goesOnToItsEnd(StoredCase stored) {
		CaseNumber number = this.rows.number(stored);
		String page = this.rows.link(stored, number);
		StoredRows.Matter before = this.rows.matter(number);
		assertThat(this.rows.sent(number, stored.owed())).isZero();
		opensItsPage(number, page);
		assertThat(process(before).getProcessDefinitionVersion()).as("model of then").isOne();
		assertThat(latestVersion()).as("model of today").isGreaterThan(1);

		before(stored, number);
		this.carrier.carry(number);

		assertThat(this.people.left(number)).isEmpty();
		assertThat(details(number).path("phase").asText()).isEqualTo("ENDED");
		assertThat(details(number).path("outcome").asText()).isEqualTo(stored.outcome());
		assertThat(this.rows.matter(number).open()).isFalse();
		if (stored != StoredCase.CLOSED_WITHOUT) {
			assertThat(this.rows.matter(number)).as("the process that carried it")
				.isEqualTo(new StoredRows.Matter("escalation", false, before.process()));
		}
		assertThat(this.rows.openClocks(number)).isZero();
		if (stored.owed() != null) {
			assertThat(this.rows.sent(number, stored.owed())).as(stored.owed()).isOne();
		}
		opensItsPage(number, page);
	}

	/** What else happens to some before they are carried on. */
	private void before(StoredCase stored, CaseNumber number) {
		switch (stored) {
			case WORKING -> this.carrier.pass(number, Duration.ofDays(2));
			case PAUSED -> post("tecnologia", number, "/resumption", "");
			case CLOSED_WITHOUT -> post("agente", number, "/reopening", "{\"reason\": \"Vuelven a faltar facturas.\"}");
			case PLANNING -> post("agente", number, "/withdrawal", "{\"reason\": \"Ya no hace falta.\"}");
			case VERIFYING ->
				post("agente", number, "/duplicate", "{\"duplicateOf\": \"%s\", \"reason\": \"Es el mismo.\"}"
					.formatted(this.rows.number(StoredCase.RCA_WRITTEN)));
			case PROMISE_PROPOSED -> agreesOnItsPage(number);
			default -> {
			}
		}
	}

	private void agreesOnItsPage(CaseNumber number) {
		StaffClient customer = StaffClient.anonymous(this.port);
		String page = this.rows.link(StoredCase.PROMISE_PROPOSED, number);
		Matcher proposal = PROPOSAL.matcher(customer.send("GET", page).body());
		assertThat(proposal.find()).as("a date to agree to").isTrue();
		customer.submit("POST", page + "/compromiso", "application/x-www-form-urlencoded",
				"answer=yes&proposal=" + proposal.group(1));
		assertThat(this.people.tasks(number)).contains("userTask_keepPromise").doesNotContain("userTask_recordAnswer");
	}

	@Test
	@Order(6)
	@DisplayName("Promises that they had made are kept")
	void promisesAreKept() {
		assertThat(this.jdbc.sql("SELECT status FROM promise").query(String.class).list()).containsExactly("KEPT",
				"KEPT");
	}

	@Test
	@Order(7)
	@DisplayName("An internal request of then is answered and passed on")
	void requestGoesOn() {
		CaseNumber number = new CaseNumber(
				this.jdbc.sql("SELECT number FROM internal_request").query(String.class).single());

		this.carrier.carry(number);

		assertThat(this.people.left(number)).isEmpty();
		assertThat(this.people.passed(number)).contains("userTask_acknowledgeRequest", "userTask_passOnAnswer");
	}

	private void opensItsCard(Task task, String person) {
		HttpResponse<String> card = as(person).send("GET", "/api/tasks/" + task.getId() + "/card");
		assertThat(card.statusCode()).as(task.getTaskDefinitionKey() + " for " + person + ": " + card.body())
			.isEqualTo(200);
	}

	/** The page behind the link in the first mail that the customer got. */
	private void opensItsPage(CaseNumber number, String page) {
		if (page != null) {
			HttpResponse<String> answer = StaffClient.anonymous(this.port).send("GET", page);
			assertThat(answer.statusCode()).as(page).isEqualTo(200);
			assertThat(answer.body()).contains(number.value());
		}
	}

	private HistoricProcessInstance process(StoredRows.Matter matter) {
		return this.engine.getHistoryService()
			.createHistoricProcessInstanceQuery()
			.processInstanceId(matter.process())
			.singleResult();
	}

	private int latestVersion() {
		return this.engine.getRepositoryService()
			.createProcessDefinitionQuery()
			.processDefinitionKey("customerEscalation")
			.latestVersion()
			.singleResult()
			.getVersion();
	}

	private JsonNode details(CaseNumber number) {
		return ApplicationNode.require(200, as("gerente").send("GET", "/api/escalations/" + number));
	}

	private void post(String user, CaseNumber number, String path, String body) {
		HttpResponse<String> answer = as(user).json("POST", "/api/escalations/" + number + path, body);
		assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
	}

	private StaffClient as(String user) {
		return this.staff.computeIfAbsent(user, (name) -> StaffClient.basic(this.port, name, CaseDriver.PASSWORD));
	}

}
