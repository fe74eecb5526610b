package dev.escala.purchase;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.erasure.Erasure;
import dev.escala.purchase.PurchaseImport.Counts;
import dev.escala.purchase.PurchaseImport.Status;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("What customers buy is kept by document and counted by month, whatever a file brings")
class PurchaseTests {

	private static final UserId BY = new UserId("compradora");

	@Autowired
	private PurchaseImports imports;

	@Autowired
	private PurchaseImportRepository repository;

	@Autowired
	private ImportWork work;

	@Autowired
	private Customers customers;

	@Autowired
	private Erasure erasure;

	@Autowired
	private PurchaseRetention retention;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private ProcessEngine engine;

	@LocalServerPort
	private int port;

	private ApiClient api;

	@BeforeEach
	void givenASupervisor() {
		this.api = ApiClient.of(this.port, this.engine.getIdentityService(), "compradora", "supervisors");
	}

	@Test
	@DisplayName("A document counts once; with other lines it is refused with what differs; a cancellation takes it back (004-30)")
	void documents() {
		customer("PUR-API", "Ferretería Pura", null);
		String bought = document("PA-1", "pur-api", "2026-03-02",
				"""
						{"product":"85099","variety":"B","quantity":2,"cents":500},{"product":"POST","quantity":1,"cents":300}""");

		assertThat(post(bought)).isEqualTo(new Counts(2, 2, 0, 0, 0));
		assertThat(post(bought)).isEqualTo(new Counts(2, 0, 2, 0, 0));
		assertThat(post(bought.replace("PA-1", "pa-1").replace("pur-api", "PUR-Api").replace("\"B\"", "\"b\"")))
			.as("The same in other letters")
			.isEqualTo(new Counts(2, 0, 2, 0, 0));
		assertThat(this.api.post("/api/purchases", documents(document("PA-1", "PUR-API", "2026-03-02", """
				{"product":"85099","variety":"B","quantity":3,"cents":750}"""))).text()).contains("PA-1")
			.contains("tenía 2 líneas por 8,00 EUR y este trae 1 línea por 7,50 EUR")
			.contains("falta 85099 B × 2");
		// Late, for a month that was counted.
		assertThat(post(document("PA-2", "PUR-API", "2026-03-01", """
				{"product":"84879","quantity":1,"cents":1000}"""))).isEqualTo(new Counts(1, 1, 0, 0, 0));
		assertThat(month("PUR-API")).isEqualTo("1500 2 2 2026-03-02");

		String back = """
				{"document":"PA-3","customer":"PUR-API","date":"2026-03-20","currency":"EUR","cancels":"PA-1","lines":[]}""";
		assertThat(post(back)).isEqualTo(new Counts(1, 1, 0, 0, 0));
		assertThat(post(back)).isEqualTo(new Counts(1, 0, 1, 0, 0));
		assertThat(month("PUR-API")).isEqualTo("1000 1 3 2026-03-01");
		assertThat(this.api.post("/api/purchases", documents(back.replace("PA-3", "PA-4"))).text())
			.contains("El documento PA-1 ya lo anuló PA-3.");
		assertThat(
				this.api.post("/api/purchases", documents(back.replace("PA-3", "PA-4").replace("PA-1", "PA-9"))).text())
			.contains("No está el documento PA-9, que anula: envíelo antes.");
		assertMonthsEqualLines();
		assertThat(this.api.get("/api/customers/PUR-API/purchases").json().path("documents")).hasSize(3);
	}

	@Test
	@DisplayName("What is wrong is named by its field, and nothing is kept")
	void refused() {
		ApiClient.Answer answer = this.api.post("/api/purchases", documents(
				"""
						{"document":"PR-1","customer":"X","date":"2999-01-01","currency":"CHF","lines":[{"product":"1","quantity":0}]},
						{"document":"PR-1","date":"2026-01-01","currency":"EUR","lines":[]}"""));

		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.fields()).containsExactlyInAnyOrder("documents[0].date", "documents[0].currency",
				"documents[0].lines[0].quantity", "documents[0].lines[0].cents", "documents[1].document",
				"documents[1].lines");
		assertThat(count("purchase WHERE document = 'PR-1'")).isZero();
	}

	@Test
	@DisplayName("Purchases of somebody unknown are kept apart, then given to a customer with all that comes later")
	void apart() {
		customer("PUR-APART", "Bazar Aparte", null);
		assertThat(post(document("PX-1", "El bazar de la esquina", "2026-02-03", """
				{"product":"84879","quantity":1,"cents":100}"""))).isEqualTo(new Counts(1, 0, 0, 1, 0));
		assertThat(this.api.get("/api/purchases/apart").text()).contains("El bazar de la esquina");

		assertThat(
				this.api.post("/api/purchases/apart", "{\"called\":\"El bazar de la esquina\",\"code\":\"NO-EXISTE\"}")
					.fields())
			.containsExactly("code");
		assertThat(
				this.api.post("/api/purchases/apart", "{\"called\":\"El bazar de la esquina\",\"code\":\"pur-apart\"}")
					.text())
			.contains("1");

		assertThat(post(document("PX-2", "El bazar de la esquina", "2026-02-04", """
				{"product":"84879","quantity":1,"cents":50}"""))).isEqualTo(new Counts(1, 1, 0, 0, 0));
		assertThat(month("PUR-APART")).isEqualTo("150 2 2 2026-02-04");
		assertMonthsEqualLines();
	}

	@Test
	@DisplayName("A part of a real shop: every line is accounted for, months equal a count of its own, stopped anywhere it ends once")
	void shop() throws IOException {
		byte[] file = file();
		long id = keep(file, true);
		AtomicInteger steps = new AtomicInteger();

		// Stopped after each step, and taken up again.
		while (this.repository.find(id).orElseThrow().status() == Status.RUNNING) {
			assertThat(steps.incrementAndGet()).isLessThan(50);
			AtomicInteger left = new AtomicInteger(1);
			this.work.run(this.repository.find(id).orElseThrow(), () -> left.getAndDecrement() <= 0);
		}

		Oracle oracle = Oracle.of(file);
		assertThat(steps.get()).isGreaterThan(2);
		assertThat(this.imports.get(id).counts())
			.isEqualTo(new Counts(oracle.lines, oracle.lines - oracle.apart, 0, oracle.apart, 0));
		assertThat(this.imports.get(id).createdCustomers()).isEqualTo(oracle.customers.size());
		assertThat(monthsOf(oracle.customers)).isEqualTo(oracle.cents);
		assertThat(this.jdbc
			.sql("SELECT cancelled_by FROM purchase WHERE document IN ('541431', '581483') ORDER BY document")
			.query(String.class)
			.list()).as("Two giant orders were taken back within a quarter of an hour")
			.containsExactly("C541433", "C581484");
		assertMonthsEqualLines();

		long again = keep(file, true);
		this.imports.run(again);
		this.imports.run(again);
		assertThat(this.imports.get(again).counts()).isEqualTo(new Counts(oracle.lines, 0, oracle.lines, 0, 0));
		assertThat(this.imports.problems(id, 5000)).hasSize((int) oracle.apart)
			.allMatch((one) -> one.reason().equals("No dice de qué cliente es."));
		assertThat(count("purchase_import_part WHERE import_id IN (" + id + ", " + again + ")")).isZero();
	}

	@Test
	@DisplayName("A document is taken whole or not at all, with the line that is to blame; the choices are offered again")
	void wrongLines() {
		customer("PUR-CSV", "Mercería Columnas", null);
		String header = "Factura PW;Cliente;Fecha;Producto;Cantidad;Importe\n";
		long id = this.imports.keep(
				stream(header + "W-1;PUR-CSV;1/2/2026;A;1;1,00\nW-1;PUR-CSV;1/2/2026;B;1;x\n"
						+ "W-2;PUR-CSV;1/2/2026;A;1;1,00\nW-2;OTRO;1/2/2026;A;1;1,00\nW-3;PUR-CSV;1/2/2026;A;1;2,00\n"),
				"malas.csv", BY);
		Map<PurchaseMapping.Part, String> columns = new HashMap<>(this.imports.get(id).mapping().columns());
		assertThat(columns).doesNotContainKey(PurchaseMapping.Part.DOCUMENT);
		columns.put(PurchaseMapping.Part.DOCUMENT, "factura pw");
		PurchaseMapping guess = this.imports.get(id).mapping();
		PurchaseMapping mapping = new PurchaseMapping(columns, guess.variety(), guess.amount(), guess.decimals(),
				guess.dates(), "EUR", "", false);
		this.repository.begin(id, mapping);
		this.repository.remember(this.imports.get(id).header(), mapping, BY);

		this.imports.run(id);

		assertThat(this.imports.get(id).counts()).isEqualTo(new Counts(5, 1, 0, 0, 4));
		assertThat(this.imports.problems(id, 10).stream().map((one) -> one.line() + " " + one.reason()))
			.containsExactly("2 No se toma porque la línea 3 de su documento no vale.",
					"3 El importe «x» no se entiende con coma decimal y dos decimales como mucho.",
					"4 Su documento nombra varios clientes: OTRO y PUR-CSV.",
					"5 Su documento nombra varios clientes: OTRO y PUR-CSV.");
		assertThat(this.imports.get(this.imports.keep(stream(header), "otra.csv", BY)).mapping()).isEqualTo(mapping);
		assertThat(this.api.get("/compras/importar/" + id).text()).contains("Lo que no cuenta", "Rechazada");
		assertThat(this.api.get("/compras/importar/" + id + "/problemas.csv").text()).contains("\"Rechazada\"");
	}

	@Test
	@DisplayName("A person who is erased takes her purchases with her, exported before; old ones go by their time")
	void ends() {
		customer("PUR-PERSON", "Lola Compras Ruiz", "lola@compras.example");
		post(document("PE-1", "PUR-PERSON", "2026-02-03", "{\"product\":\"A\",\"quantity\":1,\"cents\":100}"));
		post(document("PE-2", "PUR-PERSON", "1999-02-03", "{\"product\":\"A\",\"quantity\":1,\"cents\":100}"));

		this.retention.sweep();

		assertThat(count("purchase WHERE document = 'PE-2'")).isZero();
		assertMonthsEqualLines();
		assertThat(this.erasure.export("lola@compras.example", Set.of())).containsKeys("purchase", "purchase_line",
				"purchase_month", "purchase_month_product");
		this.erasure.erase("lola@compras.example", Set.of(), "test");
		assertThat(count("purchase WHERE document LIKE 'PE-%'")).isZero();
		assertMonthsEqualLines();
	}

	@Test
	@Tag("thorough")
	@DisplayName("A million lines need as little memory as a hundred thousand")
	void million() {
		long small = importing(100_000, "S");
		long large = importing(1_000_000, "L");

		System.out.printf("heap above the rest: %d KB of 100,000 lines, %d KB of 1,000,000%n", small >> 10,
				large >> 10);
		assertThat((double) large / small).isLessThanOrEqualTo(1.5);
	}

	/** The largest heap after a collection while it runs, less that before. */
	private long importing(int lines, String name) {
		for (int i = 0; i < 200; i++) {
			if (this.customers.findByCode("PUR-H" + i).isEmpty()) {
				customer("PUR-H" + i, "Cliente de prueba " + i, null);
			}
		}
		long id = keepStream(new Generated(lines, name));
		long before = heap();
		AtomicLong most = new AtomicLong(1 << 20);
		AtomicInteger steps = new AtomicInteger();
		this.work.run(this.repository.find(id).orElseThrow(), () -> {
			if (steps.getAndIncrement() % (lines / 20_000) == 0) {
				most.accumulateAndGet(heap() - before, Math::max);
			}
			return false;
		});
		assertThat(this.imports.get(id).counts()).isEqualTo(new Counts(lines, lines, 0, 0, 0));
		return most.get();
	}

	private static long heap() {
		System.gc();
		System.gc();
		Runtime runtime = Runtime.getRuntime();
		return runtime.totalMemory() - runtime.freeMemory();
	}

	private long keep(byte[] file, boolean create) {
		return keepStream(new ByteArrayInputStream(file), create);
	}

	private long keepStream(InputStream file) {
		return keepStream(file, false);
	}

	private long keepStream(InputStream file, boolean create) {
		long id = this.imports.keep(file, "shop.csv", BY);
		PurchaseMapping guess = this.imports.get(id).mapping();
		assertThat(this.repository.begin(id, new PurchaseMapping(guess.columns(), guess.variety(), guess.amount(),
				guess.decimals(), guess.dates(), "GBP", "C", create)))
			.isTrue();
		return id;
	}

	private static byte[] file() throws IOException {
		try (InputStream file = PurchaseTests.class.getResourceAsStream("/purchases/shop.csv")) {
			return file.readAllBytes();
		}
	}

	private static InputStream stream(String text) {
		return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
	}

	private void customer(String code, String name, String address) {
		this.customers.create(new SaveCustomer(code, name, Tier.STANDARD, "es",
				(address == null) ? List.of() : List.of(new Customer.Contact(name, address, null, true)), List.of()));
	}

	private Counts post(String documents) {
		ApiClient.Answer answer = this.api.post("/api/purchases", documents(documents));
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		return new Counts(answer.json().path("total").asLong(), answer.json().path("taken").asLong(),
				answer.json().path("known").asLong(), answer.json().path("apart").asLong(),
				answer.json().path("refused").asLong());
	}

	private static String documents(String documents) {
		return "{\"documents\":[" + documents + "]}";
	}

	private static String document(String number, String customer, String day, String lines) {
		return "{\"document\":\"" + number + "\",\"customer\":\"" + customer + "\",\"date\":\"" + day
				+ "\",\"currency\":\"EUR\",\"channel\":\"WEB\",\"lines\":[" + lines + "]}";
	}

	private String month(String code) {
		return this.jdbc
			.sql("SELECT m.cents || ' ' || m.documents || ' ' || m.lines || ' ' || m.last_on FROM purchase_month m"
					+ " JOIN customer c ON c.id = m.customer_id WHERE c.code = ?")
			.param(code)
			.query(String.class)
			.single();
	}

	private Map<String, Long> monthsOf(Set<String> codes) {
		Map<String, Long> months = new TreeMap<>();
		this.jdbc
			.sql("SELECT c.code, m.month, m.cents FROM purchase_month m JOIN customer c ON c.id = m.customer_id"
					+ " WHERE c.code = ANY(?)")
			.param(codes.toArray(String[]::new))
			.query((row) -> {
				months.put(row.getString(1) + " " + row.getString(2).substring(0, 7), row.getLong(3));
			});
		return months;
	}

	private long count(String what) {
		return this.jdbc.sql("SELECT count(*) FROM " + what).query(Long.class).single();
	}

	/** Written without regard to how months are counted. */
	private void assertMonthsEqualLines() {
		assertThat(this.jdbc
			.sql("""
					WITH line AS (
					  SELECT p.customer_id, to_char(p.bought_on, 'YYYY-MM') AS month, p.currency, l.cents, p.document, p.bought_on,
					    p.cancelled_by IS NULL AND l.quantity > 0 AND (SELECT sum(o.cents) FROM purchase_line o
					      WHERE o.purchase_id = p.id AND o.goods) > 0 AS bought
					  FROM purchase_line l JOIN purchase p ON p.id = l.purchase_id
					  WHERE p.customer_id IS NOT NULL AND l.goods
					), months AS (
					  SELECT customer_id, month, currency, sum(cents) AS cents, count(DISTINCT CASE WHEN bought THEN document END) AS documents,
					    count(*) AS lines, max(CASE WHEN bought THEN bought_on END) AS last_on FROM line GROUP BY 1, 2, 3
					), kept AS (
					  SELECT customer_id, to_char(month, 'YYYY-MM') AS month, currency, cents::numeric, documents::bigint, lines::bigint,
					    last_on FROM purchase_month
					)
					SELECT (SELECT count(*) FROM (TABLE months EXCEPT TABLE kept) a) + (SELECT count(*) FROM (TABLE kept EXCEPT TABLE months) b)
					  + (SELECT count(*) FROM (SELECT customer_id, month, currency, sum(cents), sum(lines) FROM purchase_month_product
					     GROUP BY 1, 2, 3 EXCEPT SELECT customer_id, month, currency, cents, lines FROM purchase_month) c)
					""")
			.query(Long.class)
			.single()).as("Months that differ from their lines").isZero();
	}

	/** The same file, read with arithmetic of its own. */
	private static final class Oracle {

		private static final Set<String> NO_GOODS = Set.of("POST", "DOT", "M", "D", "B", "C2", "AMAZONFEE",
				"BANK CHARGES");

		private final Set<String> customers = new HashSet<>();

		private final Map<String, Long> cents = new TreeMap<>();

		private long lines;

		private long apart;

		static Oracle of(byte[] file) {
			Oracle oracle = new Oracle();
			new String(file, StandardCharsets.UTF_8).lines().skip(1).forEach(oracle::line);
			return oracle;
		}

		private void line(String line) {
			this.lines++;
			String[] cells = line.replaceAll("\"[^\"]*(?:\"\"[^\"]*)*\"", "text").split(",", -1);
			if (cells[6].isEmpty()) {
				this.apart++;
				return;
			}
			String customer = cells[6].replace(".0", "");
			this.customers.add(customer);
			if (!NO_GOODS.contains(cells[1]) && !cells[1].startsWith("gift_")) {
				long worth = Math.round(Double.parseDouble(cells[5]) * 100) * Long.parseLong(cells[3]);
				this.cents.merge(customer + " " + LocalDate.parse(cells[4].substring(0, 10)).toString().substring(0, 7),
						worth, Long::sum);
			}
		}

	}

	/** A file that is made while it is read. */
	private static final class Generated extends InputStream {

		private final int lines;

		private final String name;

		private byte[] buffer = "factura,cliente,fecha,producto,cantidad,precio\n".getBytes(StandardCharsets.UTF_8);

		private int at;

		private int made;

		Generated(int lines, String name) {
			this.lines = lines;
			this.name = name;
		}

		@Override
		public int read() {
			if (this.at == this.buffer.length) {
				if (this.made == this.lines) {
					return -1;
				}
				int to = Math.min(this.lines, this.made + 1000);
				this.buffer = IntStream.range(this.made, to)
					.mapToObj((i) -> this.name + "-" + i / 20 + ",PUR-H" + i / 20 % 200 + ",2025-"
							+ String.format("%02d", 1 + i / 20 % 12) + "-10,P" + i % 37 + "," + (1 + i % 5) + ",1.25\n")
					.collect(Collectors.joining())
					.getBytes(StandardCharsets.UTF_8);
				this.at = 0;
				this.made = to;
			}
			return this.buffer[this.at++] & 0xFF;
		}

	}

}
