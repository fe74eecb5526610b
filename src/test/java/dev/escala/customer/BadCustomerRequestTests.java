package dev.escala.customer;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;

import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@EscalaTest
@DisplayName("Whatever a client gets wrong is explained in Spanish and is never our error")
class BadCustomerRequestTests {

	private static final String VALID = """
			{"code": "BAD-1", "name": "Compañía Ñandú, S. A.", "tier": "GOLD", "language": "es",
			 "contacts": [{"name": "Ana Ruiz", "email": "ana@nandu.example", "phone": "+34 600 000 000", "primary": true}],
			 "services": [{"code": "FACT", "name": "Facturación", "product": "BILLING"}]}""";

	private static final String DEEP = "[".repeat(2000) + "]".repeat(2000);

	@LocalServerPort
	private int port;

	@Autowired
	private IdentityService identity;

	private ApiClient agent;

	@BeforeEach
	void login() {
		this.agent = ApiClient.of(this.port, this.identity, "agente1", "agents");
	}

	static Stream<Arguments> bodies() {
		return Stream.of(arguments("", 400, ""), arguments("null", 400, ""), arguments("[]", 400, ""),
				arguments("\"text\"", 400, ""), arguments("{", 400, ""), arguments("{\"code\": }", 400, ""),
				arguments("{'code': 'A'}", 400, ""), arguments(VALID + "}", 400, ""),
				arguments(VALID.replace("\"GOLD\",", "\"GOLD\", \"tier\": \"SILVER\","), 400, "tier"),
				arguments("{\"x\": " + DEEP + "}", 400, ""), arguments("{\"code\": " + "9".repeat(5000) + "}", 400, ""),
				arguments("{}", 400, "code"), arguments("{}", 400, "name"), arguments("{}", 400, "tier"),
				arguments("{}", 400, "language"), arguments(with("BAD-1", "B"), 400, "code"),
				arguments(with("BAD-1", "B".repeat(21)), 400, "code"), arguments(with("BAD-1", "BAD 1"), 400, "code"),
				arguments(with("BAD-1", "CÓDIGO"), 400, "code"), arguments(with("\"BAD-1\"", "17"), 400, "code"),
				arguments(with("\"BAD-1\"", "{}"), 400, "code"), arguments(with("\"BAD-1\"", "null"), 400, "code"),
				arguments(with("Compañía Ñandú, S. A.", "N".repeat(201)), 400, "name"),
				arguments(with("Compañía Ñandú, S. A.", "   "), 400, "name"),
				arguments(with("Compañía Ñandú, S. A.", "a\\u0000b"), 400, "name"),
				arguments(with("Compañía Ñandú, S. A.", "a\\ud800b"), 400, "name"),
				arguments(with("Compañía Ñandú, S. A.", "a\\udc00"), 400, "name"),
				arguments(with("Compañía Ñandú, S. A.", "a\\r\\nBcc: x"), 400, "name"),
				arguments(with("Compañía Ñandú, S. A.", "a\u0000b"), 400, ""),
				arguments(with("GOLD", "PLATINUM"), 400, "tier"), arguments(with("\"GOLD\"", "2"), 400, "tier"),
				arguments(with("\"es\"", "\"fr\""), 400, "language"),
				arguments(with("name\": \"Com", "nmae\": \"Com"), 400, "nmae"),
				arguments(with("\"Ana Ruiz\"", "[1]"), 400, "contacts[0].name"),
				arguments(with("ana@nandu.example", "ana"), 400, "contacts[0].email"),
				arguments(with("ana@nandu.example", "ana@nandu.example\\r\\nBcc: x@y.example"), 400,
						"contacts[0].email"),
				arguments(with("ana@nandu.example", "a@b"), 400, "contacts[0].email"),
				arguments(with("true}", "true, \"zone\": \"America/Bogotta\"}"), 400, "contacts[0].zone"),
				arguments(with("true}", "true, \"zone\": \"+02:00\"}"), 400, "contacts[0].zone"),
				arguments(with("true", "\"sí\""), 400, "contacts[0].primary"),
				arguments(with("true", "null"), 400, "contacts[0].primary"),
				arguments(with("true}", "true}, {\"name\": \"B\", \"primary\": true}"), 400, "contacts"),
				arguments(with("true}", "true}, null"), 400, "contacts[1]"),
				arguments(with("\"BILLING\"", "\"COFFEE\""), 400, "services[0].product"),
				arguments(
						with("\"BILLING\"}",
								"\"BILLING\"}, {\"code\": \"fact\", \"name\": \"X\", \"product\": \"OTHER\"}"),
						400, "services[1].code"),
				arguments("{\"a\": \"" + "x".repeat(1_100_000) + "\"}", 413, ""));
	}

	private static String with(String target, String replacement) {
		assertThat(VALID).contains(target);
		return VALID.replace(target, replacement);
	}

	@ParameterizedTest(name = "{index} {2}")
	@MethodSource("bodies")
	void refusesBodies(String body, int status, String field) {
		Answer answer = this.agent.post("/api/customers", body);

		assertProblem(answer, status);
		if (!field.isEmpty()) {
			assertThat(answer.fields()).as(answer.text()).contains(field);
		}
	}

	static Stream<Arguments> requests() {
		return Stream.of(arguments("GET", "/api/customers?page=-1", "", 400, "page"),
				arguments("GET", "/api/customers?page=x", "", 400, "page"),
				arguments("GET", "/api/customers?page=99999999999999999999", "", 400, "page"),
				arguments("GET", "/api/customers?size=0", "", 400, "size"),
				arguments("GET", "/api/customers?size=201", "", 400, "size"),
				arguments("GET", "/api/customers?sort=id;drop", "", 400, "sort"),
				arguments("GET", "/api/customers?sort=-", "", 400, "sort"),
				arguments("GET", "/api/customers?tier=gold", "", 400, "tier"),
				arguments("GET", "/api/customers?search=a%00b", "", 400, "search"),
				arguments("GET", "/api/customers?search=%ED%A0%80", "", 400, "search"),
				arguments("GET", "/api/customers?search=%FF", "", 400, "search"),
				arguments("GET", "/api/customers?search=" + "x".repeat(300), "", 400, "search"),
				arguments("GET", "/api/customers/NOBODY", "", 404, ""),
				arguments("GET", "/api/customers/%FF", "", 400, ""),
				arguments("GET", "/api/customers/a%00b", "", 400, ""),
				arguments("GET", "/api/customers/a%0Ab", "", 400, ""), arguments("GET", "/api/nothing", "", 404, ""),
				arguments("POST", "/api/nothing", "{}", 404, ""), arguments("GET", "/api", "", 404, ""),
				arguments("DELETE", "/api/customers", "", 405, ""),
				arguments("PATCH", "/api/customers/X1", "{}", 405, ""),
				arguments("PUT", "/api/customers/NOBODY", VALID, 404, ""),
				arguments("FOO", "/api/customers", "", 0, ""));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("requests")
	void refusesRequests(String method, String path, String body, int status, String field) {
		Answer answer = this.agent.send(method, path, BodyPublishers.ofString(body), "Content-Type",
				"application/json");

		assertProblem(answer, (status == 0) ? answer.status() : status);
		if (!field.isEmpty()) {
			assertThat(answer.fields()).as(answer.text()).contains(field);
		}
	}

	@Test
	@DisplayName("Several wrong fields are told at once, those of a wrong type among them")
	void tellsEverything() {
		Answer answer = this.agent.post("/api/customers",
				VALID.replace("GOLD", "BEST")
					.replace("\"BAD-1\"", "7")
					.replace("\"es\"", "[]")
					.replace("Ana", "\\u0000"));

		assertThat(answer.fields()).containsExactlyInAnyOrder("code", "tier", "language", "contacts[0].name");
		assertThat(answer.text()).contains("STANDARD, SILVER, GOLD").doesNotContain("Exception", "jackson");
	}

	@Test
	@DisplayName("Broken JSON is told with its place")
	void tellsThePlace() {
		assertThat(this.agent.post("/api/customers", "{\n  \"code\": oops}").json().path("detail").asText())
			.contains("línea 2");
	}

	@Test
	void refusesContentTypes() {
		assertProblem(this.agent.post("/api/customers", VALID, "Content-Type", "text/plain"), 415);
		assertThat(this.agent.post("/api/customers", VALID, "Content-Type", "application/xml").text())
			.contains("application/json");
		assertProblem(this.agent.post("/api/customers", VALID, "Content-Type", "nonsense"), 415);
		assertProblem(this.agent.send("POST", "/api/customers", BodyPublishers.ofString(VALID)), 415);
		assertProblem(this.agent.post("/api/customers/import", VALID), 415);
		assertProblem(this.agent.post("/api/customers/import", "x", "Content-Type", "multipart/form-data"), 400);
		assertProblem(this.agent.post("/api/customers/import", "--b\r\n\r\n", "Content-Type",
				"multipart/form-data; boundary=b"), 400);
		assertProblem(this.agent.get("/api/customers", "Accept", "application/xml"), 406);
		assertProblem(this.agent.get("/api/customers", "Accept", "nonsense"), 406);
	}

	@Test
	@DisplayName("Bytes that are not UTF-8 and bodies without an announced length are refused as well")
	void refusesBytes() {
		byte[] latin = VALID.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1);
		Answer answer = this.agent.send("POST", "/api/customers", BodyPublishers.ofByteArray(latin), "Content-Type",
				"application/json");
		assertProblem(answer, 400);
		assertThat(answer.text()).contains("UTF-8");

		byte[] large = new byte[3_000_000];
		Arrays.fill(large, (byte) ' ');
		assertProblem(this.agent.send("POST", "/api/customers",
				BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(large)), "Content-Type",
				"application/json"), 413);
	}

	@Test
	void refusesIdempotencyKeys() {
		assertThat(this.agent.post("/api/customers", VALID, "Idempotency-Key", "x".repeat(201)).fields())
			.containsExactly("Idempotency-Key");
		assertThat(this.agent.post("/api/customers", VALID, "Idempotency-Key", "").fields())
			.containsExactly("Idempotency-Key");
	}

	@Test
	@DisplayName("300 random mutations of a good body never become our error")
	void survivesMutations() {
		Random random = new Random(20_260_101);
		String[] pieces = { "\"", "{", "}", "[", "]", ",", ":", "null", "-1", "1e999", "\\u0000", "\\ud83d", "\u0007",
				"ñ", "\uD83D\uDE00", "true", "\\", "%", "\n", "\"code\":", "9999999999999999999999" };
		for (int round = 0; round < 300; round++) {
			StringBuilder body = new StringBuilder(VALID);
			for (int change = 0; change <= random.nextInt(4); change++) {
				int at = random.nextInt(body.length());
				switch (random.nextInt(3)) {
					case 0 -> body.insert(at, pieces[random.nextInt(pieces.length)]);
					case 1 -> body.delete(at, Math.min(body.length(), at + 1 + random.nextInt(12)));
					default -> body.replace(at, Math.min(body.length(), at + 1 + random.nextInt(6)),
							pieces[random.nextInt(pieces.length)]);
				}
			}

			Answer answer = this.agent.post("/api/customers", body.toString());

			assertThat(answer.status()).as("%s%n%s", body, answer.text()).isIn(201, 400, 409);
		}
	}

	private static void assertProblem(Answer answer, int status) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(status).isBetween(400, 499);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.json().path("detail").asText()).isNotBlank();
		assertThat(answer.text()).doesNotContainIgnoringCase("exception")
			.doesNotContain("jackson", "dev.escala", "org.springframework", "Required", "supported");
	}

}
