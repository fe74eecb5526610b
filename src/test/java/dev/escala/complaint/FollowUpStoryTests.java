package dev.escala.complaint;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import dev.escala.access.Role;
import dev.escala.card.CardSection;
import dev.escala.customer.Customer;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.followup.FollowUp;
import dev.escala.followup.FollowUpFigures;
import dev.escala.followup.FollowUpKind;
import dev.escala.followup.FollowUpList;
import dev.escala.followup.FollowUpRetention;
import dev.escala.followup.FollowUpState;
import dev.escala.followup.FollowUps;
import dev.escala.followup.StartFollowUps;
import dev.escala.pursuit.call.LeftAlone;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.AtOnce;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.Forms;
import dev.escala.support.ModelCoverage;
import dev.escala.support.StaffClient;
import dev.escala.web.PageRequest;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("The call some days after something ended (004-57); together the stories pass every node of the process")
class FollowUpStoryTests extends ComplaintStory {

	private static final String CALL = "userTask_followUpCall";

	private static final String QUESTION = "userTask_answerQuestion";

	private static final UserId BY = new UserId("supervisor");

	@Autowired
	private FollowUps followUps;

	@Autowired
	private StartFollowUps start;

	@Autowired
	private FollowUpList list;

	@Autowired
	private FollowUpRetention retention;

	@Autowired
	private LeftAlone leftAlone;

	@Autowired
	private List<CardSection> sections;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private PlatformTransactionManager transactions;

	@LocalServerPort
	private int port;

	private Customer customer;

	private String source;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("followUps");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "followUpCall")).isEmpty();
	}

	@Test
	@DisplayName("A complaint whose answer nobody judged is closed: five working days later its owner calls; unhappy, the call is the start of a complaint, linked both ways")
	void unhappy() {
		CaseNumber number = closed(null);
		FollowUp planned = only(number);
		assertThat(planned.state()).isEqualTo(FollowUpState.PLANNED);
		assertThat(this.people.left(number)).as("nothing waits in the engine").isEmpty();
		CaseDriver.travelTo(planned.dueAt().minus(Duration.ofDays(2)));
		this.start.run();
		assertThat(this.people.tasks(number)).as("not before its day").isEmpty();
		CaseDriver.travelTo(planned.dueAt().minus(Duration.ofHours(2)));
		this.start.run();
		this.start.run();
		assertThat(this.people.tasks(number)).as("once, however often one looks").containsExactly(CALL);
		assertThat(this.people.task(number, CALL).getAssignee()).isEqualTo(HANDLER);
		assertThat(shown(this.people.task(number, CALL), "followUpStory")).contains(number.value(),
				"se resolvió a favor del cliente");
		assertThat(shown(this.people.task(number, CALL), "followUpWho")).contains("Nuria", "611");

		assertThatThrownBy(() -> this.people.complete(number, HANDLER, CALL, Map.of("followUpOutcome", "spoken")))
			.hasMessageContaining("Diga si está bien")
			.hasMessageContaining("Diga si hace lo que quería");
		assertThatThrownBy(() -> this.people.complete(number, HANDLER, CALL,
				spoken("followUpRight", "no", "followUpCalledAt", "1/1/2030 10:00")))
			.hasMessageContaining("qué no está bien")
			.hasMessageContaining("Lea al cliente")
			.hasMessageContaining("no puede estar por venir");
		Instant said = CaseDriver.now().minus(Duration.ofMinutes(30));
		CaseDriver.travel(Duration.ofMinutes(5));
		this.people.complete(number, HANDLER, CALL, spoken("followUpRight", "no", "followUpTrouble",
				"El dinero no ha llegado.", "followUpReadBack", true, "followUpCalledAt", typed(said)));

		FollowUp made = only(number);
		assertThat(made.state()).isEqualTo(FollowUpState.SPOKEN);
		Complaint complaint = this.complaints.get(made.complaint());
		assertThat(complaint.statement().door()).isEqualTo(ComplaintDoor.PHONE);
		assertThat(complaint.statement().presentedAt()).isEqualTo(said);
		assertThat(complaint.customerId()).isEqualTo(this.customer.id());
		assertThat(happened(number)).anyMatch((line) -> line.contains("Se abre la reclamación " + made.complaint()));
		assertThat(happened(made.complaint())).contains("Empezó en la llamada de seguimiento tras " + number + ".");
		assertThat(card(number)).contains("se abrió " + made.complaint());
		assertThat(card(made.complaint())).contains("Empezó en la llamada tras " + number);
		assertThat(this.people.left(number)).isEmpty();
		this.progress.withdraw(made.complaint(), BY, "Llegó hoy.");
		assertThat(only(made.complaint()).source()).as("withdrawn: nobody calls about it").isEqualTo(number.value());
		assertThat(state(FollowUpKind.COMPLAINT, made.complaint().value())).isEqualTo("SKIPPED");
	}

	@Test
	@DisplayName("Whoever said whether they were heard is not asked again (004-54)")
	void judged() {
		CaseNumber number = closed(true);
		assertThat(only(number).state()).isEqualTo(FollowUpState.SKIPPED);
		assertThat(only(number).reason()).contains("no se le pregunta otra vez");
	}

	@Test
	@DisplayName("After a purchase: told three times and by two nodes at once, called once; all is well, with advice, a recommendation, the club and a question that a colleague answers (004-21, 004-70, 004-71)")
	void content() throws Exception {
		given(Tier.STANDARD);
		Instant bought = CaseDriver.now();
		AtOnce.call(() -> after(bought), () -> after(bought));
		after(bought);
		assertThat(rows()).isEqualTo(1);
		this.followUps.after(FollowUpKind.PURCHASE, this.source + "-2", this.customer.id(), bought);
		assertThat(state(FollowUpKind.PURCHASE, this.source + "-2")).as("not twice in so many weeks")
			.isEqualTo("SKIPPED");
		this.followUps.after(FollowUpKind.PURCHASE, this.source + "-3", this.customer.id(),
				bought.minus(Duration.ofDays(60)));
		assertThat(state(FollowUpKind.PURCHASE, this.source + "-3")).as("long ago").isNull();

		Task task = due();
		assertThat(groups(task)).as("and those who can hand it over")
			.containsExactlyInAnyOrder(Role.SALES.groupId(), Role.SUPERVISORS.groupId());
		assertThat(shown(task, "followUpStory")).contains(this.source);
		this.people.person("vendedora", Role.SALES);
		FollowUpFigures before = this.list.figures(2026);
		assertThatThrownBy(() -> this.people.complete(task, "vendedora",
				spoken("followUpRecommends", "yes", "followUpRecommendedTo", "Eva Soto")))
			.hasMessageContaining("sin que ella lo sepa");
		this.people.complete(task, "vendedora",
				spoken("followUpRecommends", "yes", "followUpRecommendedTo", "Eva Soto", "followUpConsent", true,
						"followUpClub", "yes", "followUpAdvice", "Abrir los lunes.", "followUpQuestion",
						"¿Cómo se limpia?", "followUpNote", "Muy amable."));
		Task question = task(QUESTION);
		assertThat(shown(question, "followUpAsks")).isEqualTo("¿Cómo se limpia?");
		this.people.complete(question, "supervisor", Map.of("followUpAnswer", "Con agua templada."));

		FollowUp made = one();
		assertThat(made.answers()).isEqualTo(new FollowUp.Answers(true, true, null, "Abrir los lunes.",
				"¿Cómo se limpia?", "Con agua templada.", true, "Eva Soto", true, "Muy amable."));
		assertThat(made.complaint()).isNull();
		FollowUpFigures after = this.list.figures(2026);
		assertThat(after.spoken() - before.spoken()).isEqualTo(1);
		assertThat(after.right() - before.right()).isEqualTo(1);
		assertThat(after.recommends() - before.recommends()).isEqualTo(1);
		assertThat(after.club() - before.club()).isEqualTo(1);
		assertThat(after.answered() - before.answered()).isEqualTo(1);
		assertThat(running()).isZero();

		CaseDriver.travel(Duration.ofDays(370));
		this.retention.sweep();
		assertThat(one().answers().recommendedTo()).startsWith("[suprimido");
		assertThat(one().customerName()).startsWith("[suprimido");
		assertThat(one().answers().recommends()).as("figures stay").isTrue();
	}

	@Test
	@DisplayName("Nobody answers: tried again after so much working time, until the table's number of tries is over; what was no and has no question just ends")
	void unreached() {
		given(Tier.STANDARD);
		after(CaseDriver.now());
		Task task = due();
		Instant tried = CaseDriver.now();
		this.people.complete(task, "supervisor", Map.of("followUpOutcome", "noAnswer", "followUpNote", "Comunica."));
		assertThat(one().attempts()).isEqualTo(1);
		assertThat(one().nextAt()).isAfterOrEqualTo(tried.plus(Duration.ofHours(4)));
		assertThat(taskOrNull(CALL)).isNull();
		CaseDriver.travelTo(one().nextAt());
		timer();
		assertThat(shown(task(CALL), "followUpWho")).contains("Intento 2 de 2");
		this.people.complete(task(CALL), "supervisor", Map.of("followUpOutcome", "noAnswer"));
		assertThat(one().state()).isEqualTo(FollowUpState.UNREACHED);
		assertThat(running()).isZero();
	}

	@Test
	@DisplayName("Whoever does not want calls is left alone by sales, too, and for the next purchase (GDPR, art. 21)")
	void leftAlone() {
		given(Tier.GOLD);
		after(CaseDriver.now());
		this.people.complete(due(), "supervisor", Map.of("followUpOutcome", "leaveAlone"));
		assertThat(one().state()).isEqualTo(FollowUpState.LEFT_ALONE);
		assertThat(this.leftAlone.isCustomer(this.customer)).isTrue();
		assertThat(running()).isZero();
		CaseDriver.travel(Duration.ofDays(200));
		this.followUps.after(FollowUpKind.PURCHASE, this.source + "-2", this.customer.id(), CaseDriver.now());
		assertThat(state(FollowUpKind.PURCHASE, this.source + "-2")).isEqualTo("SKIPPED");
	}

	@Test
	@DisplayName("On its day the customer has a complaint: nobody calls; all well without a question: it is over")
	void complaintOpen() {
		given(Tier.STANDARD);
		after(CaseDriver.now());
		CaseNumber open = presented("customer", this.customer.code());
		travelToItsDay();
		this.start.run();
		assertThat(one().state()).isEqualTo(FollowUpState.SKIPPED);
		assertThat(one().reason()).contains(open.value());
		assertThat(running()).isZero();
		this.progress.withdraw(open, BY, "Ya está.");
		after(one().happenedAt());
		assertThat(one().state()).as("decided anew when it is told again").isEqualTo(FollowUpState.PLANNED);
		this.start.run();
		this.people.complete(task(CALL), "supervisor", spoken());
		assertThat(one().state()).isEqualTo(FollowUpState.SPOKEN);
		assertThatThrownBy(() -> this.followUps.get(-1)).hasMessageContaining("ya no existe");
	}

	@Test
	@DisplayName("A crash between planning and the rest: both or neither; the list finds by name, state and kind")
	void crash() {
		given(Tier.STANDARD);
		new TransactionTemplate(this.transactions).executeWithoutResult((status) -> {
			after(CaseDriver.now());
			status.setRollbackOnly();
		});
		assertThat(rows()).isZero();
		after(CaseDriver.now());
		travelToItsDay();
		new TransactionTemplate(this.transactions)
			.executeWithoutResult((status) -> this.jdbc.sql("SELECT id FROM follow_up WHERE source = ? FOR UPDATE")
				.param(this.source)
				.query(Long.class)
				.single());
		this.start.run();
		assertThat(running()).isOne();
		assertThat(this.list
			.page(this.customer.name().toUpperCase(java.util.Locale.ROOT), FollowUpState.CALLING, FollowUpKind.PURCHASE,
					new PageRequest(0, 10, "customer"))
			.items()).singleElement().extracting(FollowUp::source).isEqualTo(this.source);
		assertThat(this.list.page(this.customer.name(), FollowUpState.SPOKEN, null, new PageRequest(0, 10, "-dueAt"))
			.total()).isZero();
		assertThatThrownBy(() -> this.list.year("mil")).hasMessageContaining("cuatro cifras");
		this.people.complete(task(CALL), "supervisor", spoken());
	}

	@Test
	@DisplayName("Whoever leads finds them on a page, in a file and over HTTP; others do not")
	void read() {
		given(Tier.STANDARD);
		after(CaseDriver.now());
		this.people.complete(due(), "supervisor",
				spoken("followUpRecommends", "no", "followUpAdvice", "=1+1", "followUpNote", "Contenta."));
		ApiClient leader = ApiClient.of(this.port, this.engine.getIdentityService(), "followup-lead",
				Role.SUPERVISORS.groupId());
		ApiClient other = ApiClient.of(this.port, this.engine.getIdentityService(), "followup-agent",
				Role.AGENTS.groupId());
		StaffClient browser = StaffClient.basic(this.port, "followup-lead", CaseDriver.PASSWORD);

		String word = this.customer.code();
		assertThat(leader.get("/api/follow-ups?search=" + word).json().at("/items/0/answers/advice").asText())
			.isEqualTo("=1+1");
		assertThat(leader.get("/api/follow-ups?state=LOST&kind=&sort=nada").fields()).containsExactlyInAnyOrder("state",
				"sort");
		assertThat(leader.get("/api/follow-ups/figures?year=2026").json().at("/spoken").asInt()).isPositive();
		assertThat(leader.get("/api/follow-ups/figures?year=3").fields()).containsExactly("year");
		assertThat(other.get("/api/follow-ups").status()).isEqualTo(403);
		String path = "/llamadas-de-seguimiento";
		HttpResponse<String> page = browser.send("GET",
				path + "?texto=" + word + "&estado=SPOKEN&orden=customer&anio=2026");
		assertThat(page.statusCode()).isEqualTo(200);
		assertThat(page.body()).contains(this.customer.name(), "Una llamada<", "Contenta.", "No nos recomendaría",
				this.source);
		assertThat(browser.send("GET", path + "?texto=" + word + "&estado=UNREACHED").body())
			.contains("Ninguna coincide");
		assertThat(browser.send("GET", path + "?anio=uno").statusCode()).isEqualTo(400);
		assertThat(browser.send("GET", path + "/exportar?texto=" + word).body()).contains("'=1+1",
				this.customer.name() + "\";\"Se habló\"");
	}

	/** Closed by its handler; judged by the customer, or not. */
	private CaseNumber closed(Boolean solved) {
		given(Tier.STANDARD);
		CaseNumber number = decided("customer", this.customer.code());
		answer(number);
		if (solved != null) {
			this.judging.judge(number, UserId.CUSTOMER, true, solved, null);
		}
		else {
			this.people.runWhenDue(number, "event_timeToAsk");
			this.people.run(number, "serviceTask_askWhetherSolved");
			this.people.runWhenDue(number, "event_judgementOver");
		}
		this.people.run(number, "serviceTask_weighJudgement");
		this.people.complete(number, HANDLER, CLOSE, Map.of("closingSummary", "Se avisa antes."));
		assertEnded(number, ComplaintOutcome.PUT_RIGHT);
		return number;
	}

	private void given(Tier tier) {
		String code = "SEG" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(java.util.Locale.ROOT);
		String phone = "611 " + Math.abs(UUID.randomUUID().getMostSignificantBits() % 1_000_000L + 1_000_000L);
		this.customer = this.customers
			.create(new SaveCustomer(code, "Talleres " + code, tier, "es", List.of(new Customer.Contact("Nuria Vidal",
					code.toLowerCase(java.util.Locale.ROOT) + "@seg.example", phone, true)), List.of()));
		this.source = "F-" + code;
	}

	private Object after(Instant when) {
		this.followUps.after(FollowUpKind.PURCHASE, this.source, this.customer.id(), when);
		return null;
	}

	private void travelToItsDay() {
		CaseDriver.travelTo(one().dueAt().minus(Duration.ofHours(3)));
	}

	/** The day has come. */
	private Task due() {
		travelToItsDay();
		this.start.run();
		return task(CALL);
	}

	private FollowUp only(CaseNumber number) {
		return this.followUps.of(number).stream().findFirst().orElseThrow();
	}

	private FollowUp one() {
		return this.followUps.get(this.jdbc.sql("SELECT id FROM follow_up WHERE source = ?")
			.param(this.source)
			.query(Long.class)
			.single());
	}

	private long rows() {
		return this.jdbc.sql("SELECT count(*) FROM follow_up WHERE source = ?")
			.param(this.source)
			.query(Long.class)
			.single();
	}

	private String state(FollowUpKind kind, String of) {
		return this.jdbc.sql("SELECT state FROM follow_up WHERE kind = ? AND source = ?")
			.params(kind.name(), of)
			.query(String.class)
			.optional()
			.orElse(null);
	}

	private Task task(String key) {
		Task task = taskOrNull(key);
		assertThat(task).as(key).isNotNull();
		return task;
	}

	private Task taskOrNull(String key) {
		return this.engine.getTaskService()
			.createTaskQuery()
			.taskDefinitionKey(key)
			.processVariableValueEquals("followUpId", one().id())
			.singleResult();
	}

	private long running() {
		return this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey("followUpCall")
			.variableValueEquals("followUpId", one().id())
			.count();
	}

	private void timer() {
		ProcessInstance instance = this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.variableValueEquals("followUpId", one().id())
			.singleResult();
		this.engine.getManagementService()
			.executeJob(this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance.getId())
				.singleResult()
				.getId());
	}

	private List<String> groups(Task task) {
		return this.engine.getTaskService()
			.getIdentityLinksForTask(task.getId())
			.stream()
			.map((link) -> link.getGroupId())
			.filter((group) -> group != null)
			.toList();
	}

	private String shown(Task task, String name) {
		return (String) this.engine.getTaskService().getVariableLocal(task.getId(), name);
	}

	private String card(CaseNumber number) {
		return this.sections.stream()
			.flatMap((one) -> one.sections(number, CardSection.PAGE).stream())
			.toList()
			.toString();
	}

	private static Map<String, Object> spoken(Object... more) {
		Map<String, Object> form = new HashMap<>();
		form.put("followUpOutcome", "spoken");
		form.put("followUpRight", "yes");
		form.put("followUpWanted", "yes");
		return Forms.with(form, more);
	}

	private static String typed(Instant at) {
		return java.time.format.DateTimeFormatter.ofPattern("d/M/uuuu HH:mm")
			.withZone(java.time.ZoneId.of("Europe/Madrid"))
			.format(at);
	}

}
