package dev.escala.stored;

import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.monitoring.SelfCheck;
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

	private static final Pattern LINK = Pattern.compile("/seguimiento/([A-Za-z0-9_-]{43})");

	@LocalServerPort
	private int port;

	@Autowired
	private ProcessEngine engine;

	@Autowired
	private List<SelfCheck> checks;

	@Autowired
	private JdbcClient jdbc;

	private final Map<String, StaffClient> staff = new HashMap<>();

	private CaseDriver people;

	private CaseCarrier carrier;

	@BeforeEach
	void givenTheMomentOfStoring() {
		CaseDriver.travelTo(StoredCasesMaker.STORED_AT);
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
			.hasSizeGreaterThan(50)
			.isEqualTo(stored);
	}

	@Test
	@Order(2)
	@DisplayName("are matters with their kind, open as the case is, and each knows its process")
	void areMatters() {
		assertThat(StoredCase.values()).allSatisfy((stored) -> {
			String number = number(stored);
			JsonNode details = details(number);
			Matter matter = matter(number);
			assertThat(matter.kind()).isEqualTo("escalation");
			assertThat(matter.open()).isEqualTo(!details.path("phase").asText().equals("ENDED"));
			HistoricProcessInstance process = process(matter);
			assertThat(process.getBusinessKey()).isEqualTo(number);
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

	@Order(4)
	@ParameterizedTest(name = "{0} goes on to its end")
	@EnumSource(StoredCase.class)
	void goesOnToItsEnd(StoredCase stored) {
		String number = number(stored);
		String page = link(stored, number);
		Matter before = matter(number);
		assertThat(sent(number, stored.owed())).isZero();
		opensItsPage(number, page);
		assertThat(process(before).getProcessDefinitionVersion()).as("model of then").isOne();
		assertThat(latestVersion()).as("model of today").isGreaterThan(1);

		if (stored == StoredCase.PAUSED) {
			post("tecnologia", number, "/resumption", "");
		}
		if (stored == StoredCase.CLOSED_WITHOUT) {
			post("agente", number, "/reopening", "{\"reason\": \"Vuelven a faltar facturas.\"}");
			assertThat(matter(number).open()).isTrue();
		}
		this.carrier.carry(number);

		assertThat(this.people.left(number)).isEmpty();
		assertThat(details(number).path("phase").asText()).isEqualTo("ENDED");
		assertThat(details(number).path("outcome").asText()).isEqualTo(stored.outcome());
		assertThat(matter(number).open()).isFalse();
		if (stored != StoredCase.CLOSED_WITHOUT) {
			assertThat(matter(number)).as("the process that carried it")
				.isEqualTo(new Matter("escalation", false, before.process()));
		}
		assertThat(openClocks(number)).isZero();
		if (stored.owed() != null) {
			assertThat(sent(number, stored.owed())).as(stored.owed()).isOne();
		}
		opensItsPage(number, page);
	}

	@Test
	@Order(5)
	@DisplayName("Promises that they had made are kept")
	void promisesAreKept() {
		assertThat(this.jdbc.sql("SELECT status FROM promise").query(String.class).list()).containsExactly("KEPT",
				"KEPT");
	}

	@Test
	@Order(6)
	@DisplayName("An internal request of then is answered and passed on")
	void requestGoesOn() {
		String number = this.jdbc.sql("SELECT number FROM internal_request").query(String.class).single();

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
	private void opensItsPage(String number, String page) {
		if (page != null) {
			HttpResponse<String> answer = StaffClient.anonymous(this.port).send("GET", page);
			assertThat(answer.statusCode()).as(page).isEqualTo(200);
			assertThat(answer.body()).contains(number);
		}
	}

	private String link(StoredCase stored, String number) {
		List<String> mails = this.jdbc
			.sql("""
					SELECT text_body FROM outbox_message WHERE case_number = ? AND text_body LIKE '%/seguimiento/%' ORDER BY id
					""")
			.param(number)
			.query(String.class)
			.list();
		if (mails.isEmpty()) {
			assertThat(stored).as("has no link")
				.isIn(StoredCase.UNIDENTIFIED, StoredCase.MAJOR, StoredCase.REPORTED, StoredCase.DEADLINE_MISSED,
						StoredCase.UNTOLD, StoredCase.WITHDRAWN, StoredCase.DUPLICATE);
			return null;
		}
		Matcher link = LINK.matcher(mails.get(0));
		assertThat(link.find()).isTrue();
		return link.group();
	}

	private String number(StoredCase stored) {
		return this.jdbc.sql("SELECT number FROM escalation WHERE subject = ?")
			.param(stored.subject())
			.query(String.class)
			.single();
	}

	private Matter matter(String number) {
		return this.jdbc.sql("SELECT kind, open, process_instance_id AS process FROM matter WHERE number = ?")
			.param(number)
			.query(Matter.class)
			.single();
	}

	private HistoricProcessInstance process(Matter matter) {
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

	private long openClocks(String number) {
		return this.jdbc
			.sql("SELECT count(*) FROM deadline WHERE case_number = ? AND met_at IS NULL AND stopped_at IS NULL")
			.param(number)
			.query(Long.class)
			.single();
	}

	/** How many of the step's mails were written to the customer of the case. */
	private long sent(String number, String step) {
		return this.jdbc.sql("""
				SELECT count(*) FROM outbox_message
				WHERE case_number = ? AND step = ? AND recipient IN ('compras@norte.example', 'taller@sur.example')
				""").params(number, String.valueOf(step)).query(Long.class).single();
	}

	private JsonNode details(String number) {
		return ApplicationNode.require(200, as("gerente").send("GET", "/api/escalations/" + number));
	}

	private void post(String user, String number, String path, String body) {
		HttpResponse<String> answer = as(user).json("POST", "/api/escalations/" + number + path, body);
		assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 299);
	}

	private StaffClient as(String user) {
		return this.staff.computeIfAbsent(user, (name) -> StaffClient.basic(this.port, name, CaseDriver.PASSWORD));
	}

	/** What the migration makes of a case. */
	record Matter(String kind, boolean open, String process) {
	}

}
