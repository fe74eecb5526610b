package dev.escala.customer;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Customers are kept over HTTP and found by what people type (001-16, 001-34)")
class CustomersTests {

	private static final String HEADER = "code,name,tier,language,contact_name,contact_email,contact_phone,"
			+ "service_code,service_name,product\n";

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	@Autowired
	private Customers customers;

	@Autowired
	private JdbcClient jdbc;

	private ApiClient agent;

	private ApiClient lawyer;

	@BeforeEach
	void login() {
		this.jdbc.sql("DELETE FROM customer WHERE code LIKE 'XQ%'").update();
		this.agent = ApiClient.of(this.port, this.identity, "agente1", "agents");
		this.lawyer = ApiClient.of(this.port, this.identity, "legal1", "legal");
	}

	@Test
	@DisplayName("A customer is created, read, changed and protected against lost updates")
	void createsAndReplaces() {
		Answer created = this.agent.post("/api/customers", body("xqacme", "Acme, S. A.", "GOLD"));
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		assertThat(created.header("Location")).isEqualTo("/api/customers/XQACME");

		Answer read = this.agent.get("/api/customers/xqacme");
		assertThat(this.lawyer.get("/api/customers/xqacme").json().path("contacts")).as("not theirs to call").isEmpty();
		assertThat(read.json().path("contacts").path(0).path("name").asText()).isEqualTo("Principal");
		assertThat(read.json().path("services").path(0).path("product").asText()).isEqualTo("BILLING");
		String tag = read.header("ETag");
		assertThat(tag).isEqualTo(created.header("ETag"));

		Answer changed = this.agent.put("/api/customers/XQACME", body("XQACME", "Acme 2", "SILVER"), "If-Match", tag);
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(changed.header("ETag")).isNotEqualTo(tag);
		Answer late = this.agent.put("/api/customers/XQACME", body("XQACME", "Acme 3", "SILVER"), "If-Match", tag);
		assertThat(late.status()).isEqualTo(412);
		assertThat(late.text()).contains("entretanto");

		assertThat(this.customers.findByCode("xqacme")).get()
			.extracting(Customer::name, Customer::tier)
			.containsExactly("Acme 2", Tier.SILVER);
		assertThat(this.agent.post("/api/customers", body("XQACME", "Otra", "GOLD")).status()).isEqualTo(409);
		assertThat(this.agent.put("/api/customers/XQACME", body("XQOTRA", "Otra", "GOLD")).fields())
			.containsExactly("code");
		assertThat(this.agent.put("/api/customers/XQACME", body("XQACME", "Acme", "GOLD"), "If-Match", "x").status())
			.isEqualTo(400);
	}

	@Test
	@DisplayName("Who does not work with customers reads them and may not change them")
	void forbids() {
		for (Answer refused : List.of(this.lawyer.post("/api/customers", body("XQACME", "Acme", "GOLD")),
				this.lawyer.put("/api/customers/XQACME", body("XQACME", "Acme", "GOLD")),
				this.lawyer.postCsv("/api/customers/import", HEADER.getBytes(StandardCharsets.UTF_8)))) {
			assertThat(refused.status()).isEqualTo(403);
			assertThat(refused.header("Content-Type")).startsWith("application/problem+json");
		}
		assertThat(this.lawyer.get("/api/customers").status()).isEqualTo(200);
	}

	@Test
	@DisplayName("50 equal posts with one key make one customer and get one answer")
	void createsOnce() throws Exception {
		ExecutorService pool = Executors.newFixedThreadPool(50);
		try {
			Set<String> answers = new HashSet<>();
			List<Future<Answer>> requests = IntStream.range(0, 50)
				.mapToObj((i) -> pool.submit(() -> this.agent.post("/api/customers", body("XQONCE", "Una vez", "GOLD"),
						"Idempotency-Key", "key-of-once")))
				.toList();
			for (Future<Answer> request : requests) {
				Answer answer = request.get();
				answers.add(answer.status() + " " + answer.header("Location"));
			}
			assertThat(answers).containsExactly("201 /api/customers/XQONCE");
		}
		finally {
			pool.shutdownNow();
		}
		Answer other = this.agent.post("/api/customers", body("XQONCE", "Otra", "GOLD"), "Idempotency-Key",
				"key-of-once");
		assertThat(other.status()).isEqualTo(409);
		assertThat(other.text()).contains("Idempotency-Key");
	}

	@Test
	@DisplayName("A person means a customer by its code, its name or a part of it, with or without accents")
	void matches() {
		create("XQALFA", "Peluquería Xqñandú");
		create("XQBETA", "Peluqueria xqnandu del Norte");
		create("XQGAMA", "100% Xqbar_Sol");
		create("XQDELTA", "Xqbar Sol");
		create("XQBAR", "Otra cosa");

		assertThat(codes("xqalfa")).containsExactly("XQALFA");
		assertThat(codes("PELUQUERÍA  XQÑANDÚ ")).containsExactly("XQALFA");
		assertThat(codes("peluqueri\u0301a xqnandu")).containsExactly("XQALFA");
		assertThat(codes("xqnandu")).containsExactly("XQALFA", "XQBETA");
		assertThat(codes("xqbar")).as("its code before the names that begin so").containsExactly("XQBAR");
		assertThat(codes("xqbár_")).containsExactly("XQGAMA");
		assertThat(codes("100% xq")).containsExactly("XQGAMA");
		assertThat(codes("%xqbar")).isEmpty();
		assertThat(codes("xqbar\\")).isEmpty();
		assertThat(codes("  ")).isEmpty();
		assertThat(codes("a\u0000b")).isEmpty();
		assertThat(codes("xqnadie")).isEmpty();
	}

	@Test
	@DisplayName("Lists are searched, filtered, sorted and paged")
	void searches() {
		create("XQALFA", "Zeta");
		create("XQBETA", "Ábaco");
		create("XQGAMA", "Media");
		this.customers.replace(new SaveCustomer("XQGAMA", "Media", Tier.GOLD, "en", null, null));

		assertThat(found("?search=xq")).containsExactly("XQBETA", "XQGAMA", "XQALFA");
		assertThat(found("?search=xq&sort=-code")).containsExactly("XQGAMA", "XQBETA", "XQALFA");
		assertThat(found("?search=xq&sort=-tier&size=1")).containsExactly("XQGAMA");
		assertThat(found("?search=xq&tier=GOLD")).containsExactly("XQGAMA");
		assertThat(found("")).hasSizeGreaterThanOrEqualTo(3);
		assertThat(found("?search=abaco")).contains("XQBETA").doesNotContain("XQALFA", "XQGAMA");
		assertThat(found("?search=xqalf")).containsExactly("XQALFA");
		assertThat(found("?search=xq%25")).isEmpty();
		assertThat(found("?search=xq&page=1&size=2")).containsExactly("XQALFA");
		assertThat(this.agent.get("/api/customers?search=xq&page=7&size=2").json().path("total").asLong()).isEqualTo(3);
	}

	@Test
	@DisplayName("A file adds what it says; the same file again changes nothing")
	void imports() {
		String csv = HEADER + "XQI1,\"Uno, S. L.\",Oro,es,Ana,ana@uno.example,,FACT,Facturación,BILLING\r\n"
				+ "XQI2,Dos,SILVER,en,,,,,,\r\nXQI1,,,,Luis,luis@uno.example,600,RED,\"La\nred\",Red\r\n"
				+ "XQI3,Tres,PLATINO,es,,,,,,\r\nXQI4,Cuatro,,,Eva,no-es-correo,,,,\r\n"
				+ "XQI4,Cuatro,,,,,,,,\r\nXQI5,Cinco,,,Rosa,rosa@cinco.example,?,NUBE,,?\r\n,Sin código,,,,,,,,\r\nXQI6,,,,,,,,,\r\n";
		csv = csv.replace("\"La\nred\"", "La red");

		JsonNode first = this.agent.postCsv("/api/customers/import", csv.getBytes(StandardCharsets.UTF_8)).json();
		assertCounts(first, 9, 6, 3, 0, 0, 4);
		assertThat(first.path("problems")).extracting((problem) -> problem.path("line").asInt())
			.containsExactlyInAnyOrder(5, 6, 9, 10);
		assertThat(this.customers.findByCode("XQI1").orElseThrow().contacts()).extracting(Customer.Contact::name)
			.containsExactly("Ana", "Luis");
		assertThat(this.customers.findByCode("XQI1").orElseThrow().services()).extracting(Customer.Service::product)
			.containsExactly(Product.BILLING, Product.NETWORK);
		assertThat(this.customers.findByCode("XQI4")).isEmpty();

		JsonNode second = this.agent.postCsv("/api/customers/import",
				csv.replace(',', ';').replace("\"Uno; S. L.\"", "Uno, S. L.").getBytes(Charset.forName("windows-1252")))
			.json();
		assertCounts(second, 9, 6, 0, 0, 3, 4);

		JsonNode third = this.agent
			.postCsv("/api/customers/import",
					(HEADER + "XQI2,Dos,GOLD,,,,,,,\nXQI5,,,,,,,,,").getBytes(StandardCharsets.UTF_8))
			.json();
		assertCounts(third, 2, 2, 0, 1, 1, 0);
		assertThat(this.customers.findByCode("XQI2").orElseThrow().tier()).isEqualTo(Tier.GOLD);
	}

	@Test
	@DisplayName("Rows that contradict each other, an open quote and a wrong header are told")
	void importProblems() {
		Answer contradiction = importing(HEADER + "XQC1,Uno,,,,,,,,\nXQC2,Dos,,,,,,,,\nXQC1,Distinto,,,,,,,,\n");
		assertCounts(contradiction.json(), 3, 2, 1, 0, 0, 1);
		assertThat(contradiction.text()).contains("línea 2");

		Answer open = importing(HEADER + "XQQ1,Uno,,,,,,,,\nXQQ2,\"Dos,,,,,,,,\nXQQ3,Tres,,,,,,,,\n");
		assertCounts(open.json(), 2, 1, 1, 0, 0, 1);
		assertThat(open.json().path("problems").path(0).path("line").asInt()).isEqualTo(3);

		assertThat(importing("code,name\nXQA1,B").fields()).containsExactly("file");
		assertThat(importing("").fields()).containsExactly("file");
		assertThat(importing(HEADER).json().path("rows").asInt()).isZero();
	}

	@Test
	@DisplayName("A file is taken as a part of a form, too")
	void importsParts() {
		String form = "--xyz\r\nContent-Disposition: form-data; name=\"file\"; filename=\"c.csv\"\r\n"
				+ "Content-Type: text/csv\r\n\r\n" + HEADER + "XQM1,Uno,,,,,,,,\r\n--xyz--\r\n";
		Answer answer = this.agent.send("POST", "/api/customers/import", BodyPublishers.ofString(form), "Content-Type",
				"multipart/form-data; boundary=xyz");
		assertThat(answer.status()).as(answer.text()).isEqualTo(200);
		assertCounts(answer.json(), 1, 1, 1, 0, 0, 0);
	}

	@Test
	@DisplayName("The API describes itself")
	void describesItself() {
		JsonNode api = this.agent.get("/v3/api-docs").json();
		assertThat(api.path("paths").fieldNames()).toIterable()
			.contains("/api/customers", "/api/customers/{code}", "/api/customers/import")
			.allMatch((path) -> path.startsWith("/api/"));
		assertThat(api.path("components").path("schemas").has("Problem")).isTrue();
		assertThat(api.path("components").path("securitySchemes").path("basic").path("scheme").asText())
			.isEqualTo("basic");
	}

	@Test
	@DisplayName("What is no request at all gets a short answer without our insides")
	void answersNoise() throws IOException {
		for (String noise : List.of("GET /api/customers?x=[|] HTTP/1.1\r\nHost: x\r\n\r\n",
				"GET /api/%00 HTTP/1.1\r\nHost: x\r\n\r\n", "nonsense\r\n\r\n",
				"GET /api/customers HTTP/1.1\r\nHost: x\r\nA\u0000b: c\r\n\r\n")) {
			String answer = raw(noise);
			assertThat(answer).startsWith("HTTP/1.1 4").doesNotContain("Exception", "Tomcat", "\tat ");
		}
	}

	private String raw(String request) throws IOException {
		try (Socket socket = new Socket("127.0.0.1", this.port)) {
			socket.setSoTimeout(5000);
			OutputStream out = socket.getOutputStream();
			out.write(request.replace("Host: x\r\n", "Host: x\r\nConnection: close\r\n")
				.getBytes(StandardCharsets.ISO_8859_1));
			out.flush();
			InputStream in = socket.getInputStream();
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private Answer importing(String csv) {
		return this.agent.postCsv("/api/customers/import", csv.getBytes(StandardCharsets.UTF_8));
	}

	private static void assertCounts(JsonNode report, int... counts) {
		List<String> names = List.of("rows", "customers", "created", "changed", "unchanged", "rejected");
		for (int i = 0; i < counts.length; i++) {
			assertThat(report.path(names.get(i)).asInt(-1)).as("%s in %s", names.get(i), report).isEqualTo(counts[i]);
		}
	}

	private List<String> found(String query) {
		List<String> codes = new java.util.ArrayList<>();
		this.agent.get("/api/customers" + query)
			.json()
			.path("items")
			.forEach((item) -> codes.add(item.path("code").asText()));
		return codes;
	}

	private List<String> codes(String text) {
		return this.customers.match(text).stream().map(Customer::code).toList();
	}

	private void create(String code, String name) {
		this.customers.create(new SaveCustomer(code, name, Tier.STANDARD, "es", null, null));
	}

	private static String body(String code, String name, String tier) {
		return """
				{"code": "%s", "name": "%s", "tier": "%s", "language": "es",
				 "contacts": [{"name": "Segunda", "email": "b@acme.example"},
				              {"name": "Principal", "email": "a@acme.example", "primary": true}],
				 "services": [{"code": "FACT", "name": "Facturación", "product": "BILLING"}]}""".formatted(code, name,
				tier);
	}

}
