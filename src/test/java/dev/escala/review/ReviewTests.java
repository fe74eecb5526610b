package dev.escala.review;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.erasure.Erasure;
import dev.escala.purchase.PurchaseImport.Status;
import dev.escala.purchase.PurchaseImports;
import dev.escala.purchase.PurchaseMapping;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.ApplicationNode;
import dev.escala.support.EscalaTest;
import dev.escala.support.ModelCoverage;
import dev.escala.support.TestServices;
import org.awaitility.Awaitility;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("Each month is reviewed once, with reasons; past months can be tried, and nobody hears of it; every node is passed")
class ReviewTests {

	private static final UserId BY = new UserId("revisora");

	@Autowired
	private MonthlyReviews reviews;

	@Autowired
	private ReviewRepository repository;

	@Autowired
	private HindsightRepository hindsight;

	@Autowired
	private FactRepository facts;

	@Autowired
	private SignalTable table;

	@Autowired
	private PurchaseImports imports;

	@Autowired
	private Erasure erasure;

	@Autowired
	private Clock clock;

	@Autowired
	private PlatformTransactionManager transactions;

	@Autowired
	private ManagementService jobs;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ProcessEngine engine;

	@LocalServerPort
	private int port;

	private ApiClient api;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("reviews");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "monthlyReview")).isEmpty();
	}

	@BeforeEach
	void givenASupervisor() {
		this.api = ApiClient.of(this.port, this.engine.getIdentityService(), "revisora", "supervisors");
	}

	@AfterEach
	void now() {
		ClockUtil.reset();
	}

	@Test
	@DisplayName("A year of a real shop, month by month: signals equal an independent count; how well they foretell who leaves stands beside the plain rule (004-20, 004-31)")
	void shop() {
		given(ShopYear.file());
		ShopYear shop = ShopYear.read();

		List<Long> begun = this.reviews.rehearse("2011-01", "2011-12", null, BY);
		run();

		int[] sums = new int[7];
		for (int i = 0; i < begun.size(); i++) {
			LocalDate month = LocalDate.of(2011, 1 + i, 1);
			Review review = this.reviews.get(begun.get(i));
			Map<String, Set<Signal>> wanted = shop.review(month);
			assertThat(review.done()).isTrue();
			assertThat(signals(review.id())).as("signals of " + month).isEqualTo(wanted);
			assertThat(newOnes(review.id())).as("too new in " + month)
				.containsExactlyInAnyOrderElementsOf(
						wanted.keySet().stream().filter((customer) -> shop.isNew(customer, month)).toList());
			Hindsight after = this.hindsight.of(review, ShopYear.END);
			assertThat(after).as("what became of " + month).isEqualTo(oracle(review));
			if (i < 3) {
				assertThat(wanted.keySet()).as("poca historia").allMatch((customer) -> shop.isNew(customer, month));
			}
			else {
				assertThat(after.isKnown()).as("aún no se sabe desde octubre").isEqualTo(i < 9);
			}
			if (i >= 3 && i < 9) {
				wanted.forEach((customer, found) -> count(sums, shop, customer, month, !found.isEmpty()));
			}
		}
		assertThat(sums[0]).isPositive();
		told("con señales", sums[2], sums[3], sums[1]);
		told("sin comprar 90 días", sums[4], sums[5], sums[1]);
		System.out.printf("revisados %d, de ellos no compraron %d%n", sums[0], sums[1]);
		assertThat(100 * sums[3] / sums[1]).as("recall, no worse than that of the plain rule")
			.isGreaterThanOrEqualTo(100 * sums[5] / sums[1]);
		assertThat(100 * sums[3] / sums[2]).as("precision").isGreaterThanOrEqualTo(60);
		assertThat(this.api.get("/compras/revisiones/" + begun.get(3)).text()).contains("Ensayo de abril de 2011",
				"Lo que pasó después", "La revisión", "«No compra desde hace 90 días»", "RV-");
		assertThat(this.api.get("/compras/revisiones/" + begun.get(3) + "/clientes.csv").text())
			.contains("\"Silencio\"", "RV-");
	}

	/** Customers, gone, flagged, flagged and gone, plain, plain and gone. */
	private static void count(int[] sums, ShopYear shop, String customer, LocalDate month, boolean flagged) {
		if (shop.isNew(customer, month)) {
			return;
		}
		boolean gone = shop.isGone(customer, month);
		boolean plain = shop.isSilent(customer, month);
		sums[0]++;
		sums[1] += gone ? 1 : 0;
		sums[2] += flagged ? 1 : 0;
		sums[3] += (flagged && gone) ? 1 : 0;
		sums[4] += plain ? 1 : 0;
		sums[5] += (plain && gone) ? 1 : 0;
	}

	private static void told(String rule, int flagged, int hits, int gone) {
		System.out.printf("%s: marca %d, aciertan %d; precisión %d %%, exhaustividad %d %%%n", rule, flagged, hits,
				Math.round(100.0 * hits / flagged), Math.round(100.0 * hits / gone));
	}

	@Test
	@DisplayName("The first working day begins the month, once, from whichever node; killed in the middle of a group it tells everybody once")
	void once() throws Exception {
		for (int i = 0; i < 3; i++) {
			given("RO-" + i, 1994, 5, 7, 9);
		}
		at("1995-04-02T09:00:00Z");
		assertThat(this.reviews.look()).as("a Sunday").isFalse();

		at("1995-04-03T09:00:00Z");
		ExecutorService nodes = Executors.newFixedThreadPool(4);
		long begun = 0;
		try {
			for (Future<Boolean> one : nodes
				.invokeAll(Stream.generate(() -> (Callable<Boolean>) this.reviews::look).limit(8).toList())) {
				begun += one.get() ? 1 : 0;
			}
		}
		finally {
			nodes.shutdownNow();
		}
		assertThat(begun).isEqualTo(1);
		Review review = this.repository.ofMonth(LocalDate.of(1995, 4, 1)).orElseThrow();
		Recorder recorder = new Recorder();
		ReviewGroup group = new ReviewGroup(this.repository, this.facts, this.table, recorder, this.clock);
		TransactionTemplate transaction = new TransactionTemplate(this.transactions);
		recorder.failAfter = 0;

		assertThatThrownBy(() -> all(transaction, group, review.id())).hasMessage("killed");
		assertThat(this.jdbc
			.sql("SELECT count(*) FROM review_customer c JOIN customer u ON u.id = c.customer_id"
					+ " WHERE review_id = ? AND u.code LIKE 'RO-%'")
			.param(review.id())
			.query(Integer.class)
			.single()).as("of the group that was killed").isZero();
		recorder.failAfter = Integer.MAX_VALUE;
		recorder.told.clear();
		all(transaction, group, review.id());

		assertThat(recorder.told).extracting(FlaggedCustomer::code).containsExactly("RO-0", "RO-1", "RO-2");
		assertThat(recorder.told.get(0).month()).isEqualTo("1995-04-01");
		assertThat(recorder.told.get(0).reasons()).extracting(Reason::signal)
			.containsExactly(Signal.RHYTHM_LOST, Signal.SILENCE);
		run();
		assertThat(recorder.told).as("told once").hasSize(3);
		assertThat(this.reviews.get(review.id()).done()).isTrue();
		assertThat(this.reviews.look()).as("the row of the month is the lock").isFalse();
		ApiClient.Answer again = this.api.post("/api/reviews", "{\"month\":\"1995-04\"}");
		assertThat(again.status()).isEqualTo(409);
		assertThat(again.text()).contains("ya se revisó el 03/04/1995", "como ensayo");
		assertThat(this.api.get("/compras/revisiones").text()).contains("abril de 1995");
		assertThat(this.api.get("/api/reviews/" + review.id() + "/customers").text()).contains("RO-1", "SILENCE");
	}

	private static void all(TransactionTemplate transaction, ReviewGroup group, long id) {
		while (Boolean.TRUE.equals(transaction.execute((status) -> group.next(id)))) {
			// The next group.
		}
	}

	@Test
	@DisplayName("An edited table is tried on a past month: it says how many it would flag, everybody too, and tells nobody")
	void edited() throws Exception {
		given("RE-1", 1996, 3, 5, 7);
		String everybody = Files.readString(Path.of("dmn/retention-signal.dmn"))
			.replace("&gt;= 90", "&gt;= 0")
			.replace("&lt; 90", "&lt; 0");

		long id = rehearse("1996-12", everybody);
		long now = rehearse("1996-12", null);
		run();

		assertThat(this.reviews.get(id).flagged()).isEqualTo(this.reviews.get(id).customers()).isPositive();
		assertThat(this.api.get("/compras/revisiones/" + id).text()).contains("Ensayo de diciembre de 1996",
				"no se ha buscado a nadie", "se marcaría a todos", "table.dmn");
		assertThat(signals(now)).containsEntry("RE-1", EnumSet.of(Signal.RHYTHM_LOST, Signal.SILENCE));
		assertThat(this.repository.ofMonth(LocalDate.of(1996, 12, 1))).as("no month was taken").isEmpty();
		assertThat(this.api.post("/api/reviews", json("1996-12", everybody.replace("retentionSignal", "other"))).text())
			.contains("no es la tabla");
		assertThat(this.api.post("/api/reviews", json("1996-12", "<x/>")).fields()).containsExactly("file");
		assertThat(this.api.post("/api/reviews", json("2999-01", null)).text()).contains("está por venir");
		assertThat(this.api.post("/api/reviews", json("enero", null)).text()).contains("se escribe como 2026-11");
		assertThat(this.api.get("/api/reviews?rehearsals=true").text()).contains("table.dmn");
	}

	@Test
	@DisplayName("Of a month whose 90 days are not over nothing is known yet; a person who is erased leaves no reason behind")
	void notYet() throws Exception {
		LocalDate month = LocalDate.ofInstant(this.clock.instant(), ZoneId.of("Europe/Madrid")).withDayOfMonth(1);
		given("RN-1", month.minusMonths(8).getYear(), month.minusMonths(8).getMonthValue());
		this.jdbc.sql("UPDATE customer SET name = 'Nora Revisada Gil' WHERE code = 'RN-1'").update();
		this.jdbc
			.sql("INSERT INTO customer_contact (customer_id, position, name, email, is_primary)"
					+ " SELECT id, 0, name, 'nora@revisada.example', true FROM customer WHERE code = 'RN-1'")
			.update();

		long id = rehearse(YearMonth.from(month).toString(), null);
		run();

		assertThat(signals(id)).containsEntry("RN-1", EnumSet.of(Signal.SILENCE));
		assertThat(this.api.get("/compras/revisiones/" + id).text()).contains("Aún no se sabe", "Nora Revisada Gil");
		assertThat(this.erasure.export("nora@revisada.example", Set.of())).containsKeys("review_customer",
				"review_reason");
		this.erasure.erase("nora@revisada.example", Set.of(), "test");
		assertThat(signals(id)).doesNotContainKey("RN-1");
	}

	@Test
	@Tag("thorough")
	@DisplayName("Ten times the customers take at most eleven times as long")
	void many() {
		customers(1, 10_000);
		long small = timed(1997);
		customers(10_001, 100_000);
		long large = timed(1999);

		System.out.printf("10,000 customers %d ms, 100,000 customers %d ms%n", small, large);
		assertThat((double) large / small).isLessThanOrEqualTo(11);
	}

	private void customers(int from, int to) {
		customers(this.jdbc, from, to);
	}

	private static void customers(JdbcClient jdbc, int from, int to) {
		jdbc.sql("INSERT INTO customer (code, name, search_name, tier, language) SELECT 'RM-' || n, 'Cliente ' || n,"
				+ " 'cliente ' || n, 'STANDARD', 'es' FROM generate_series(?::int, ?::int) n")
			.params(from, to)
			.update();
	}

	/** All of them buy in most months of the year, five products. */
	private static void purchases(JdbcClient jdbc, int year) {
		jdbc.sql(
				"""
						INSERT INTO purchase_month (customer_id, month, currency, cents, documents, lines, last_on)
						SELECT u.id, make_date(:year, m, 1), 'EUR', 1000 + (u.id * m) % 9000, 1 + (u.id + m) % 3, 5, make_date(:year, m, 10)
						FROM customer u, generate_series(1, 12) m WHERE u.code LIKE 'RM-%' AND (u.id + m) % 4 > 0
						""")
			.param("year", year)
			.update();
		jdbc.sql(
				"""
						INSERT INTO purchase_month_product (customer_id, month, currency, product, variety, quantity, cents, documents,
						  lines, last_on)
						SELECT customer_id, month, currency, 'P' || p, '', 1, cents / 5, documents, 1, last_on
						FROM purchase_month, generate_series(1, 5) p
						WHERE month >= make_date(:year, 1, 1) AND month < make_date(:year + 1, 1, 1)
						""")
			.param("year", year)
			.update();
		jdbc.sql("ANALYZE").update();
	}

	private long timed(int year) {
		purchases(this.jdbc, year);
		long from = System.nanoTime();
		this.reviews.rehearse((year + 1) + "-01", null, null, BY);
		run();
		return Duration.ofNanos(System.nanoTime() - from).toMillis();
	}

	@Test
	@Tag("thorough")
	@DisplayName("A node that is killed half-way leaves a review that another ends, each customer once")
	void killed() throws Exception {
		String database = TestServices.newDatabase();
		JdbcClient there = JdbcClient.create(new DriverManagerDataSource(database, "postgres", "postgres"));
		try (ApplicationNode first = node("review-1", database)) {
			customers(there, 1, 20_000);
			purchases(there, 1997);
			first.person("revisora", "supervisors");
			assertThat(first.as("revisora").json("POST", "/api/reviews", json("1998-01", null)).statusCode())
				.isEqualTo(202);
			await(there, "SELECT reviewed_to > 0 AND status = 'RUNNING' FROM review");
			first.kill();
		}
		assertThat(there.sql("SELECT status FROM review").query(String.class).single()).isEqualTo("RUNNING");
		try (ApplicationNode second = node("review-2", database)) {
			await(there, "SELECT status = 'DONE' FROM review");
		}
		assertThat(there.sql("""
				SELECT r.customers = count(*) AND count(*) = (SELECT count(DISTINCT customer_id) FROM purchase_month)
				  AND r.flagged = count(*) FILTER (WHERE c.flagged)
				FROM review r JOIN review_customer c ON c.review_id = r.id GROUP BY r.id
				""").query(Boolean.class).single()).as("each customer once").isTrue();
		assertThat(there
			.sql("SELECT count(*) FROM ACT_RU_EXECUTION e JOIN ACT_RE_PROCDEF p ON p.ID_ = e.PROC_DEF_ID_"
					+ " WHERE p.KEY_ = 'monthlyReview'")
			.query(Integer.class)
			.single()).as("processes that are left").isZero();
	}

	private static ApplicationNode node(String name, String database) {
		return ApplicationNode.start(name, database, ApplicationNode.SMALL,
				Map.of("spring.mail.host", "127.0.0.1", "spring.mail.port", TestServices.mail().getSmtp().getPort(),
						"escala.monitoring.enabled", "false", "camunda.bpm.job-execution.lock-time-in-millis", 6000));
	}

	private static void await(JdbcClient there, String holds) {
		Awaitility.await(holds)
			.atMost(Duration.ofMinutes(3))
			.pollInterval(Duration.ofMillis(20))
			.until(() -> there.sql(holds).query(Boolean.class).single());
	}

	private long rehearse(String month, String table) throws Exception {
		ApiClient.Answer answer = this.api.post("/api/reviews", json(month, table));
		assertThat(answer.status()).as(answer.text()).isEqualTo(202);
		return answer.json().get(0).asLong();
	}

	private static String json(String month, String table) throws Exception {
		Map<String, Object> sent = new TreeMap<>(Map.of("month", month, "rehearsal", true));
		if (table != null) {
			sent.put("table", table);
		}
		return new ObjectMapper().writeValueAsString(sent);
	}

	/** Runs the jobs of all reviews to their end. */
	private void run() {
		List<Job> waiting = waiting();
		while (!waiting.isEmpty()) {
			waiting.forEach((job) -> this.jobs.executeJob(job.getId()));
			waiting = waiting();
		}
	}

	private List<Job> waiting() {
		return this.jobs.createJobQuery().processDefinitionKey("monthlyReview").list();
	}

	/** A customer who bought in these months. */
	private void given(String code, int year, int... months) {
		StringBuilder file = new StringBuilder("rvfactura,cliente,fecha,producto,cantidad,precio\n");
		for (int month : months) {
			file.append(code + "-" + month + "," + code + "," + LocalDate.of(year, month, 10) + ",A,1,10\n");
		}
		given(new ByteArrayInputStream(file.toString().getBytes(StandardCharsets.UTF_8)));
	}

	private void given(InputStream file) {
		long id = this.imports.keep(file, "revisar.csv", BY);
		PurchaseMapping guess = this.imports.get(id).mapping();
		Map<PurchaseMapping.Part, String> columns = new TreeMap<>(guess.columns());
		columns.putIfAbsent(PurchaseMapping.Part.DOCUMENT, "rvfactura");
		this.imports.begin(id,
				new PurchaseMapping(columns, PurchaseMapping.Variety.SUFFIX, PurchaseMapping.Amount.UNIT_PRICE,
						PurchaseMapping.Decimals.POINT, PurchaseMapping.Dates.YEAR_FIRST, "GBP", "RVC", true),
				BY);
		Awaitility.await()
			.atMost(Duration.ofMinutes(5))
			.until(() -> this.imports.get(id).status(), (status) -> status == Status.DONE);
		assertThat(this.imports.get(id).counts().refused()).isZero();
	}

	private Map<String, Set<Signal>> signals(long id) {
		Map<String, Set<Signal>> signals = new TreeMap<>();
		this.jdbc
			.sql("SELECT u.code, r.signal FROM review_customer c JOIN customer u ON u.id = c.customer_id"
					+ " LEFT JOIN review_reason r ON r.review_id = c.review_id AND r.customer_id = c.customer_id"
					+ " WHERE c.review_id = ? AND (u.code LIKE 'R_-%')")
			.param(id)
			.query((row) -> {
				Set<Signal> found = signals.computeIfAbsent(row.getString(1), (code) -> EnumSet.noneOf(Signal.class));
				if (row.getString(2) != null) {
					found.add(Signal.valueOf(row.getString(2)));
				}
			});
		return signals;
	}

	private List<String> newOnes(long id) {
		return this.jdbc
			.sql("SELECT u.code FROM review_customer c JOIN customer u ON u.id = c.customer_id"
					+ " WHERE c.review_id = ? AND c.little_history AND u.code LIKE 'RV-%'")
			.param(id)
			.query(String.class)
			.list();
	}

	/** Counted from documents and lines, of all customers in the database. */
	private Hindsight oracle(Review review) {
		return this.jdbc
			.sql("""
					WITH sale AS (
					  SELECT p.customer_id, p.bought_on FROM purchase p
					  WHERE p.cancelled_by IS NULL AND (SELECT sum(l.cents) FROM purchase_line l WHERE l.purchase_id = p.id AND l.goods) > 0
					), one AS (
					  SELECT c.flagged, max(s.bought_on) FILTER (WHERE s.bought_on < :month) AS last_on,
					    count(*) FILTER (WHERE s.bought_on BETWEEN :month AND :month + 89) = 0 AS gone
					  FROM review_customer c JOIN sale s ON s.customer_id = c.customer_id WHERE c.review_id = :id
					  GROUP BY c.customer_id, c.flagged HAVING min(s.bought_on) < (:month - interval '3 months')::date
					)
					SELECT count(*), count(*) FILTER (WHERE gone), count(*) FILTER (WHERE flagged), count(*) FILTER (WHERE flagged AND gone),
					  count(*) FILTER (WHERE :month - last_on > 90), count(*) FILTER (WHERE :month - last_on > 90 AND gone) FROM one
					"""
				.replace(":month", "DATE '" + review.month() + "'"))
			.param("id", review.id())
			.query((row, n) -> new Hindsight(ShopYear.END, review.month().plusDays(90), row.getLong(1), row.getLong(2),
					row.getLong(3), row.getLong(4), row.getLong(5), row.getLong(6)))
			.single();
	}

	private static void at(String instant) {
		ClockUtil.setCurrentTime(Date.from(Instant.parse(instant)));
	}

	/** Whoever hears of flagged customers, until it is killed. */
	private static final class Recorder implements ObjectProvider<FlaggedCustomers>, FlaggedCustomers {

		private final List<FlaggedCustomer> told = new ArrayList<>();

		private int failAfter;

		@Override
		public void flagged(FlaggedCustomer one) {
			if (this.told.size() >= this.failAfter) {
				throw new IllegalStateException("killed");
			}
			this.told.add(one);
		}

		@Override
		public FlaggedCustomers getObject() {
			return this;
		}

		@Override
		public FlaggedCustomers getObject(Object... args) {
			return this;
		}

		@Override
		public FlaggedCustomers getIfAvailable() {
			return this;
		}

		@Override
		public FlaggedCustomers getIfUnique() {
			return this;
		}

		@Override
		public Iterator<FlaggedCustomers> iterator() {
			return List.<FlaggedCustomers>of(this).iterator();
		}

	}

}
