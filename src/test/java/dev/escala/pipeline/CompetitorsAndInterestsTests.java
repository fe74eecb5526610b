package dev.escala.pipeline;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Date;

import dev.escala.support.ApiClient;
import dev.escala.support.ApiClient.Answer;
import dev.escala.support.EscalaTest;
import dev.escala.support.Problems;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("Competitors of customers and one's own interests are kept over HTTP")
class CompetitorsAndInterestsTests extends PipelineStory {

	private static final String COMPETITORS = "/api/customers/PX-ACME/competitors";

	@Test
	@DisplayName("The list is replaced as a whole; a name that stays keeps since when it is known")
	void replacesCompetitors() {
		customer("PX-ACME", "Acme, S. A.");
		Answer none = this.lawyer.get("/api/customers/px-acme/competitors");
		assertThat(none.text()).isEqualTo("{\"competitors\":[]}");

		Answer first = this.agent.put(COMPETITORS, "{\"competitors\": [\"Beta Ñurrú\", \" Gamma Ñurrú,  S. L. \"]}",
				"If-Match", none.header("ETag"));
		assertThat(first.status()).as(first.text()).isEqualTo(200);
		assertThat(first.text()).isEqualTo("{\"competitors\":[\"Beta Ñurrú\",\"Gamma Ñurrú, S. L.\"]}");
		Problems.assertProblem(this.agent.put(COMPETITORS, "{\"competitors\": []}", "If-Match", none.header("ETag")),
				412);

		ClockUtil.setCurrentTime(Date.from(NOVEMBER_24_IN_MADRID.plus(Duration.ofDays(30))));
		this.agent.put(COMPETITORS, "{\"competitors\": [\"Delta\", \"GAMMA ÑURRÚ S.A.\"]}");
		assertThat(this.agent.get(COMPETITORS).text()).isEqualTo("{\"competitors\":[\"Delta\",\"GAMMA ÑURRÚ S.A.\"]}");
		assertThat(this.lookups.found(Party.of(prospect("PX-GAMMA", "Gamma Ñurrú")), null).get(0).explanation())
			.contains("24 de noviembre de 2026");
		assertThat(this.lookups.found(Party.of(prospect("PX-BETA", "Beta Ñurrú")), null)).isEmpty();
	}

	@Test
	@DisplayName("Each wrong name is named; whoever may not change customers may not change the list")
	void refusesCompetitors() {
		customer("PX-ACME", "Acme, S. A.");
		Answer wrong = this.agent.put(COMPETITORS,
				"{\"competitors\": [\"Beta Ñurrú\", \" \", null, \"BETA ÑURRÚ, S.L.\", \"Acme\", \"" + "x".repeat(201)
						+ "\"]}");
		Problems.assertProblem(wrong, 400);
		assertThat(wrong.fields()).containsExactlyInAnyOrder("competitors[1]", "competitors[2]", "competitors[3]",
				"competitors[4]", "competitors[5]");
		Problems.assertProblem(this.agent.put(COMPETITORS, "{}"), 400, "competitors");
		Problems.assertProblem(this.agent.put(COMPETITORS, "{\"competitors\": \"Beta Ñurrú\"}"), 400, "competitors");
		Problems.assertProblem(this.agent.put(COMPETITORS, "{\"competitors\": [" + "\"x\",".repeat(200) + "\"x\"]}"),
				400, "competitors");
		Problems.assertProblem(this.agent.put("/api/customers/NADIE/competitors", "{\"competitors\": []}"), 404);
		Problems.assertProblem(this.lawyer.put(COMPETITORS, "{\"competitors\": []}"), 403);
		assertThat(this.agent.get(COMPETITORS).text()).isEqualTo("{\"competitors\":[]}");
	}

	@Test
	@DisplayName("Everybody declares, reads and takes back their own interests, and sees no colleague's")
	void interests() {
		prospect("PX-ATLAS", "Ñurrú Logistics");
		String path = "/api/interests";
		Answer declared = this.executive.post(path, "{\"party\": \"px-atlas\", \"relation\": \"Tengo acciones\"}");
		assertThat(declared.status()).as(declared.text()).isEqualTo(201);
		assertThat(declared.json().path("party").asText()).isEqualTo("Ñurrú Logistics");
		Answer twice = this.executive.post(path, "{\"party\": \"Ñurrú Logistics Ltd\", \"relation\": \"Otra\"}");
		Problems.assertProblem(twice, 409);

		assertThat(this.agent.get(path).json()).isEmpty();
		Problems.assertProblem(remove(this.agent, declared.header("Location")), 404);
		assertThat(this.executive.get(path).json()).hasSize(1);
		assertThat(remove(this.executive, declared.header("Location")).status()).isEqualTo(204);
		assertThat(this.executive.get(path).json()).isEmpty();

		Answer empty = this.agent.post(path, "{}");
		Problems.assertProblem(empty, 400);
		assertThat(empty.fields()).containsExactlyInAnyOrder("party", "relation");
		Problems.assertProblem(this.agent.post(path, "{\"party\": \"a\\u0000\", \"relation\": \"x\"}"), 400, "party");
		Problems.assertProblem(remove(this.agent, path + "/x"), 400);
	}

	private static Answer remove(ApiClient client, String path) {
		return client.send("DELETE", path, BodyPublishers.noBody());
	}

}
