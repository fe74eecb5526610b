package dev.escala.access.table;

import java.lang.management.ManagementFactory;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.LongAdder;

import com.sun.management.OperatingSystemMXBean;
import dev.escala.access.Role;
import dev.escala.access.StaffAccounts;
import dev.escala.support.EscalaTest;
import dev.escala.support.StaffClient;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.logging.LogLevel;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole table over HTTP: every row at every address, by somebody who may and somebody
 * who may not. Some rows, in the thorough run all of them, by every role, by a login
 * without a group, by nobody, and by somebody whose session is over or whose account is
 * gone.
 */
@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Every row of the table of access, asked by everybody")
class AccessWalkTests {

	private static final String PASSWORD = "Una-clave-larga-9";

	private static final String PREFIX = "walk-";

	private static final int THREADS = 4;

	/** Of so many rows one is asked by everybody: 47 of 650. */
	private static final int STEP = 14;

	@LocalServerPort
	private int port;

	@Autowired
	private StaffAccounts accounts;

	@Autowired
	private IdentityService identity;

	private final List<Row> rows = AccessTable.standing().rows();

	private final Bodies bodies = new Bodies();

	private final Map<Role, StaffClient> tools = new EnumMap<>(Role.class);

	private final Map<Role, StaffClient> sessions = new EnumMap<>(Role.class);

	private final LoggingSystem logging = LoggingSystem.get(AccessWalkTests.class.getClassLoader());

	private final LongAdder requests = new LongAdder();

	private StaffClient withoutGroup;

	private StaffClient expired;

	private StaffClient deleted;

	private StaffClient nobody;

	@BeforeAll
	void givenEverybody() {
		// It tells every wrong id at length.
		this.logging.setLogLevel("org.camunda.bpm.engine", LogLevel.OFF);
		for (Role role : Role.values()) {
			person(role.groupId(), role);
			this.tools.put(role, StaffClient.basic(this.port, PREFIX + role.groupId(), PASSWORD));
			this.sessions.put(role, StaffClient.session(this.port, PREFIX + role.groupId(), PASSWORD));
			this.tools.get(role).send("GET", "/decisiones");
		}
		person("nobodys");
		this.withoutGroup = StaffClient.basic(this.port, PREFIX + "nobodys", PASSWORD);
		this.withoutGroup.send("GET", "/decisiones");
		person("leaver", Role.AGENTS);
		this.deleted = StaffClient.session(this.port, PREFIX + "leaver", PASSWORD);
		this.deleted.send("GET", "/decisiones");
		this.identity.deleteUser(PREFIX + "leaver");
		this.expired = StaffClient.session(this.port, PREFIX + "agents", PASSWORD);
		this.expired.send("POST", "/camunda/api/admin/auth/user/default/logout", "X-XSRF-TOKEN",
				this.expired.cookie("XSRF-TOKEN").orElseThrow());
		this.nobody = StaffClient.anonymous(this.port);
	}

	@AfterAll
	void removeEverybody() {
		this.logging.setLogLevel("org.camunda.bpm.engine", null);
		this.identity.createUserQuery()
			.userFirstName("Walker")
			.list()
			.forEach((user) -> this.identity.deleteUser(user.getId()));
	}

	@Test
	@DisplayName("Whoever may is let in, whoever may not is told so, and strangers are asked to log in")
	void oneOfEach() throws Exception {
		List<Callable<List<String>>> work = new ArrayList<>();
		for (int i = 0; i < this.rows.size(); i++) {
			Row row = this.rows.get(i);
			if (i % STEP == 0) {
				work.addAll(byEverybody(row));
			}
			else if (!endsSessions(row)) {
				work.add(() -> askedBriefly(row));
			}
		}
		assertThat(wrong(work)).isEmpty();
	}

	@Test
	@Tag("thorough")
	@DisplayName("Every role, logins without a group and strangers are answered as the table says at every row")
	void everybody() throws Exception {
		List<Callable<List<String>>> work = new ArrayList<>();
		this.rows.forEach((row) -> work.addAll(byEverybody(row)));
		assertThat(wrong(work)).isEmpty();
	}

	/** It would end the sessions that the others are asked with. */
	private static boolean endsSessions(Row row) {
		return row.addresses().get(0).endsWith("/logout");
	}

	private List<Callable<List<String>>> byEverybody(Row row) {
		List<Callable<List<String>>> work = new ArrayList<>();
		if (!endsSessions(row)) {
			work.add(() -> asked(row, row.addresses().get(0)));
			row.addresses().stream().skip(1).forEach((other) -> work.add(() -> askedByOneOfEach(row, other)));
		}
		return work;
	}

	private List<String> wrong(List<Callable<List<String>>> work) throws Exception {
		List<String> wrong = new ArrayList<>();
		long begun = System.nanoTime();
		long computedBefore = computed();
		ExecutorService threads = Executors.newFixedThreadPool(THREADS);
		try {
			for (Future<List<String>> done : threads.invokeAll(work)) {
				wrong.addAll(done.get());
			}
		}
		finally {
			threads.shutdownNow();
		}
		System.out.printf("%d rows, %d requests in %.1f s, %.1f s of them computing%n", this.rows.size(),
				this.requests.sumThenReset(), (System.nanoTime() - begun) / 1e9, (computed() - computedBefore) / 1e9);
		return wrong;
	}

	@Test
	@DisplayName("Everything that our API takes has an example here, so that a refusal is never one of the content")
	void bodies() {
		assertThat(this.rows).filteredOn((row) -> row.door() == Door.API)
			.filteredOn((row) -> List.of("POST", "PUT").contains(row.method()))
			.allMatch(this.bodies::isKnown);
	}

	/** What this machine has computed so far, client and application together. */
	private static long computed() {
		return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
	}

	private List<String> asked(Row row, String address) {
		List<String> wrong = new ArrayList<>();
		boolean webapp = address.startsWith("/camunda");
		for (Role role : Role.values()) {
			Caller caller = new Caller(role.name(), (webapp ? this.sessions : this.tools).get(role), true);
			check(caller, row, address, row.audience().admits(TestCallers.of(role)), wrong);
		}
		if (!webapp) {
			check(new Caller("no group", this.withoutGroup, true), row, address,
					row.audience().admits(TestCallers.withoutGroup()), wrong);
		}
		strangers(row, address, wrong);
		return wrong;
	}

	/** At the other addresses of the row: one who may, one who may not, strangers. */
	private List<String> askedByOneOfEach(Row row, String address) {
		List<String> wrong = new ArrayList<>();
		checkOne(row, address, true, wrong);
		checkOne(row, address, false, wrong);
		strangers(row, address, wrong);
		return wrong;
	}

	/**
	 * By one who may and nobody at the first address, by one who may not at all of them.
	 */
	private List<String> askedBriefly(Row row) {
		List<String> wrong = new ArrayList<>();
		String first = row.addresses().get(0);
		checkOne(row, first, true, wrong);
		check(new Caller("nobody", this.nobody, false), row, first, row.audience().admits(null), wrong);
		row.addresses().forEach((address) -> checkOne(row, address, false, wrong));
		return wrong;
	}

	private void checkOne(Row row, String address, boolean admitted, List<String> wrong) {
		boolean webapp = address.startsWith("/camunda");
		for (Role role : Role.values()) {
			if (row.audience().admits(TestCallers.of(role)) == admitted) {
				check(new Caller(role.name(), (webapp ? this.sessions : this.tools).get(role), true), row, address,
						admitted, wrong);
				return;
			}
		}
	}

	private void strangers(Row row, String address, List<String> wrong) {
		boolean open = row.audience().admits(null);
		check(new Caller("nobody", this.nobody, false), row, address, open, wrong);
		if (!address.startsWith("/engine-rest") && !address.startsWith("/actuator")) {
			// There no session counts, whosever it is.
			check(new Caller("expired", this.expired, false), row, address, open, wrong);
			check(new Caller("deleted", this.deleted, false), row, address, open, wrong);
		}
	}

	private void check(Caller caller, Row row, String address, boolean admitted, List<String> wrong) {
		String method = row.method().equals(Row.ANY_METHOD) ? "POST" : row.method();
		HttpResponse<String> answer = send(caller, row, method, address, admitted);
		String problem = admitted ? admittedProblem(row, answer) : refusedProblem(caller, row, address, answer);
		if (problem != null) {
			wrong.add(method + " " + address + " by " + caller.name() + ": " + problem + ", was " + answer.statusCode()
					+ " " + answer.body().substring(0, Math.min(200, answer.body().length())));
		}
	}

	/** The engine and the use cases may still refuse the row: not the route. */
	private static String admittedProblem(Row row, HttpResponse<String> answer) {
		boolean anyRefusal = row.door() != Door.ENGINE && !row.path().contains("/absences")
				&& !row.path().startsWith("/ausencias");
		boolean refused = answer.statusCode() == 403
				&& (anyRefusal || answer.body().contains("Lo tienen") || answer.body().contains("cerrado para todos"));
		return (answer.statusCode() == 401 || answer.statusCode() == 405 || refused) ? "should be let in" : null;
	}

	private static String refusedProblem(Caller caller, Row row, String address, HttpResponse<String> answer) {
		if (address.equals("/error") || address.startsWith("/camunda/api/admin/setup/")) {
			return (answer.statusCode() == 404) ? null : "should find nothing";
		}
		if (!caller.loggedIn()) {
			return (answer.statusCode() == 401) ? null : "should be asked to log in";
		}
		return (answer.statusCode() == 403 && answer.body().contains(row.audience().explanation())) ? null
				: "should be refused";
	}

	private HttpResponse<String> send(Caller caller, Row row, String method, String address, boolean admitted) {
		String path = address.replace("/static/**", "/static/app/plugin.js")
			.replace("/**", "/nothing")
			.replace("{number}", "ESC-2020-999999")
			.replaceAll(address.startsWith("/api") || row.door() == Door.PAGES ? "\\{id}|\\{absence}|\\{file}"
					: "\\{never}", "999999999")
			.replaceAll("\\{\\w+}", "nothing");
		if (row.path().equals("/history/cleanup")) {
			path += "?immediatelyDue=false";
		}
		this.requests.increment();
		String type = this.bodies.type(row, method);
		if (row.door() == Door.ENGINE && admitted && type != null) {
			// Far enough to be let in, not so far that something is done.
			type = "text/plain";
		}
		return caller.client()
			.submit(method, path, type, (type != null) ? this.bodies.text(row) : null, "X-XSRF-TOKEN",
					caller.client().cookie("XSRF-TOKEN").orElse("none"), "X-ESCALA-XSRF-TOKEN",
					caller.client().cookie("ESCALA-XSRF-TOKEN").orElse("none"));
	}

	private void person(String name, Role... roles) {
		this.accounts.keep(PREFIX + name, "Walker", "Ruiz", PREFIX + name + "@escala.example", PASSWORD, roles);
	}

	private record Caller(String name, StaffClient client, boolean loggedIn) {
	}

}
