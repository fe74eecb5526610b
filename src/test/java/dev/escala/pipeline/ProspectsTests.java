package dev.escala.pipeline;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import dev.escala.support.Problems;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@EscalaTest
@DisplayName("Prospects are kept over HTTP, and the register tells whom we rejected (000-05, 000-14)")
class ProspectsTests extends PipelineStory {

	private static final String PATH = "/api/prospects";

	private static final String VALID = """
			{"code": "px-delta", "name": "Manufacturas Ñurrú", "sector": "Fabricación", "employees": 200,
			 "language": "es"}""";

	@Test
	@DisplayName("A prospect is created, read, changed and protected against lost updates")
	void createsAndReplaces() {
		Answer created = this.agent.post(PATH, VALID);
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		assertThat(created.header("Location")).isEqualTo("/api/prospects/PX-DELTA");

		Answer read = this.executive.get("/api/prospects/px-delta");
		assertThat(read.json().path("employees").asInt()).isEqualTo(200);
		assertThat(read.json().path("sector").asText()).isEqualTo("Fabricación");
		assertThat(read.json().path("rejection").isNull()).isTrue();
		String tag = read.header("ETag");
		assertThat(tag).isEqualTo(created.header("ETag"));

		String other = VALID.replace("200", "null").replace("Manufacturas", "Talleres");
		Answer changed = this.lawyer.put("/api/prospects/PX-DELTA", other, "If-Match", tag);
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(changed.header("ETag")).isNotEqualTo(tag);
		Answer late = this.agent.put("/api/prospects/PX-DELTA", VALID, "If-Match", tag);
		Problems.assertProblem(late, 412);
		assertThat(late.text()).contains("entretanto");
		assertThat(this.prospects.findByCode("px-delta").orElseThrow()).extracting(Prospect::name, Prospect::employees)
			.containsExactly("Talleres Ñurrú", null);

		Problems.assertProblem(this.agent.put("/api/prospects/PX-DELTA", VALID.replace("px-delta", "otra")), 400,
				"code");
		Problems.assertProblem(this.agent.put("/api/prospects/PX-DELTA", VALID, "If-Match", "x"), 400, "If-Match");
		Problems.assertProblem(this.agent.put("/api/prospects/NADIE", VALID), 404);
		Problems.assertProblem(this.agent.post(PATH, VALID), 409);
	}

	@Test
	@DisplayName("Without a code one is made, past those that somebody gave by hand; a customer's code is taken")
	void makesCodes() {
		String first = this.agent.post(PATH, VALID.replace("\"px-delta\"", "null")).json().path("code").asText();
		assertThat(first).matches("P-\\d{6}");
		String taken = "P-%06d".formatted(Integer.parseInt(first.substring(2)) + 1);
		this.agent.post(PATH, VALID.replace("px-delta", taken));

		String second = this.agent.post(PATH, VALID.replace("\"px-delta\"", "\" \"")).json().path("code").asText();
		assertThat(second).isEqualTo("P-%06d".formatted(Integer.parseInt(first.substring(2)) + 2));

		customer("PX-ACME", "Acme");
		Answer refused = this.agent.post(PATH, VALID.replace("px-delta", "px-acme"));
		Problems.assertProblem(refused, 409);
		assertThat(refused.text()).contains("Ya hay un cliente con el código PX-ACME");
	}

	@Test
	@DisplayName("20 equal posts with one key make one prospect and get one answer, also without a code")
	void createsOnce() throws Exception {
		String body = VALID.replace("\"px-delta\"", "null");
		ExecutorService pool = Executors.newFixedThreadPool(20);
		try {
			List<Future<Answer>> requests = IntStream.range(0, 20)
				.mapToObj((i) -> pool.submit(() -> this.agent.post(PATH, body, "Idempotency-Key", "prospect-of-once")))
				.toList();
			Set<String> answers = new HashSet<>();
			for (Future<Answer> request : requests) {
				answers.add(request.get().status() + " " + request.get().header("Location"));
			}
			assertThat(answers).hasSize(1).first().asString().startsWith("201 /api/prospects/P-");
		}
		finally {
			pool.shutdownNow();
		}
		assertThat(this.agent.get(PATH + "?search=nurru").json().path("total").asInt()).isEqualTo(1);
	}

	static Stream<Arguments> wrong() {
		return Stream.of(arguments("{}", "name"), arguments("{}", "language"), arguments(with("px-delta", "D"), "code"),
				arguments(with("px-delta", "D".repeat(21)), "code"), arguments(with("px-delta", "dé lta"), "code"),
				arguments(with("Manufacturas Ñurrú", "N".repeat(201)), "name"),
				arguments(with("Manufacturas Ñurrú", " "), "name"),
				arguments(with("Manufacturas Ñurrú", "a\\u0000b"), "name"),
				arguments(with("Fabricación", "S".repeat(101)), "sector"), arguments(with("200", "0"), "employees"),
				arguments(with("200", "-5"), "employees"), arguments(with("200", "10000001"), "employees"),
				arguments(with("200", "99999999999"), "employees"), arguments(with("200", "2.5"), "employees"),
				arguments(with("200", "\"muchos\""), "employees"), arguments(with("\"es\"", "\"fr\""), "language"),
				arguments(with("\"es\"", "null"), "language"), arguments(with("\"sector\"", "\"setor\""), "setor"));
	}

	private static String with(String target, String replacement) {
		assertThat(VALID).contains(target);
		return VALID.replace(target, replacement);
	}

	@ParameterizedTest(name = "{index} {1}")
	@MethodSource("wrong")
	void refusesBodies(String body, String field) {
		Problems.assertProblem(this.agent.post(PATH, body), 400, field);
	}

	@Test
	@DisplayName("Lists are searched without accents, filtered by the register and paged")
	void searches() {
		prospect("PX-PELU", "Peluquería Ñurrú");
		prospect("PX-CAFE", "100% Ñurrú_Bar");
		Prospect rejected = prospect("PX-ZETA", "Zeta Ñurrú");
		this.prospects.reject(rejected.id(), new UserId("agente1"), "No encaja", null);

		assertThat(codes("")).contains("PX-CAFE", "PX-PELU", "PX-ZETA");
		assertThat(codes("?search=%C3%91URR%C3%9A")).containsExactly("PX-CAFE", "PX-PELU", "PX-ZETA");
		assertThat(codes("?search=peluqueria")).containsExactly("PX-PELU");
		assertThat(codes("?search=px-c")).containsExactly("PX-CAFE");
		assertThat(codes("?search=0%25%20n")).as("a percent sign is a letter like any other")
			.containsExactly("PX-CAFE");
		assertThat(codes("?search=n%25rru")).isEmpty();
		assertThat(codes("?search=nurru&rejected=true")).containsExactly("PX-ZETA");
		assertThat(codes("?search=nurru&rejected=false&sort=-code")).containsExactly("PX-PELU", "PX-CAFE");
		assertThat(codes("?search=nurru&size=1&page=1")).containsExactly("PX-PELU");
		for (String field : List.of("rejected", "page", "size", "sort")) {
			Problems.assertProblem(this.agent.get(PATH + "?" + field + "=quizás".replace("á", "%C3%A1")), 400, field);
		}
		Problems.assertProblem(this.agent.get(PATH + "?search=a%00b"), 400, "search");
		Problems.assertProblem(this.agent.get(PATH + "/NADIE"), 404);
	}

	private List<String> codes(String query) {
		List<String> codes = new ArrayList<>();
		this.agent.get(PATH + query).json().path("items").forEach((item) -> codes.add(item.path("code").asText()));
		return codes;
	}

	@Test
	@DisplayName("Rejecting and readmitting keep who, when and why; the register forgets nothing")
	void rejectsAndReadmits() {
		prospect("PX-DELTA", "Manufacturas Ñurrú");
		String rejection = PATH + "/px-delta/rejection";
		String readmission = PATH + "/PX-DELTA/readmission";
		Problems.assertProblem(this.agent.post(readmission, "{\"reason\": \"Sí\"}"), 409);
		Problems.assertProblem(this.agent.post(rejection, "{}"), 400, "reason");
		Problems.assertProblem(this.agent.post(rejection, "{\"reason\": \"" + "x".repeat(2001) + "\"}"), 400, "reason");
		Problems.assertProblem(this.agent.post(PATH + "/NADIE/rejection", "{\"reason\": \"No\"}"), 404);

		Answer rejected = this.lawyer.post(rejection, "{\"reason\": \"Pide garantías imposibles\"}", "Idempotency-Key",
				"rejection-1");
		assertThat(rejected.json().path("rejection").path("by").asText()).isEqualTo("legal1");
		assertThat(rejected.json().path("rejection").path("at").asText()).isEqualTo("2026-11-23T23:30:00Z");
		assertThat(this.lawyer
			.post(rejection, "{\"reason\": \"Pide garantías imposibles\"}", "Idempotency-Key", "rejection-1")
			.status()).as("the same request").isEqualTo(200);
		Answer again = this.agent.post(rejection, "{\"reason\": \"Otra vez\"}");
		Problems.assertProblem(again, 409);
		assertThat(again.text()).contains("ya está rechazado", "Pide garantías imposibles", "readmítalo antes");

		Problems.assertProblem(this.agent.post(readmission, "{\"reason\": \" \"}"), 400, "reason");
		Answer readmitted = this.agent.post(readmission, "{\"reason\": \"Cambió la dirección\"}");
		assertThat(readmitted.json().path("rejection").isNull()).isTrue();
		assertThat(readmitted.json().path("rejections")).hasSize(1);
		assertThat(readmitted.json().path("rejections").get(0).path("readmission").path("reason").asText())
			.isEqualTo("Cambió la dirección");
		assertThat(this.agent.post(rejection, "{\"reason\": \"Ahora tampoco\"}").json().path("rejections")).hasSize(2);
	}

	@Test
	@DisplayName("What requests decide is written down each time, and once for each request")
	void rejectsForRequests() {
		Prospect prospect = prospect("PX-DELTA", "Manufacturas Ñurrú");
		this.prospects.reject(prospect.id(), new UserId("jefa"), "Pide garantías", new CaseNumber("SOL-2026-000001"));
		this.prospects.reject(prospect.id(), new UserId("jefa"), "Pide garantías", new CaseNumber("SOL-2026-000001"));
		this.prospects.reject(prospect.id(), new UserId("jefa"), "Insiste en lo mismo",
				new CaseNumber("SOL-2026-000002"));

		Prospect rejected = this.prospects.findByCode("PX-DELTA").orElseThrow();
		assertThat(rejected.rejections()).extracting(Rejection::source)
			.containsExactly(new CaseNumber("SOL-2026-000002"), new CaseNumber("SOL-2026-000001"));
		this.prospects.readmit("PX-DELTA", new UserId("jefa"), "Cambió la dirección");
		assertThat(this.prospects.findByCode("PX-DELTA").orElseThrow().rejections())
			.allSatisfy((one) -> assertThat(one.readmission().reason()).isEqualTo("Cambió la dirección"));
	}

	@Test
	@DisplayName("Whoever may not report a case reads prospects and may not change them")
	void forbids() {
		prospect("PX-DELTA", "Manufacturas Ñurrú");
		for (Answer refused : List.of(this.executive.post(PATH, VALID), this.executive.put(PATH + "/PX-DELTA", VALID),
				this.executive.post(PATH + "/PX-DELTA/rejection", "{\"reason\": \"No\"}"),
				this.executive.post(PATH + "/PX-DELTA/readmission", "{\"reason\": \"Sí\"}"))) {
			Problems.assertProblem(refused, 403);
		}
		assertThat(this.executive.get(PATH + "/PX-DELTA").status()).isEqualTo(200);
	}

}
