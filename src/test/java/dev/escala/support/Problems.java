package dev.escala.support;

import java.util.regex.Pattern;

import dev.escala.support.ApiClient.Answer;

import static org.assertj.core.api.Assertions.assertThat;

/** What every refusal of the API must be like. */
public final class Problems {

	private static final Pattern NOT_FOR_PEOPLE = Pattern.compile(
			"exception|jackson|hibernate|camunda|ENGINE-\\d"
					+ "|\\b(java|org|com|dev)\\.[a-z]+\\.|\\bsql|\\bselect\\b|\\binsert\\b|constraint|deserializ"
					+ "|\\b(the|not|cannot|must|should|value|variable|failed|invalid|required|found|request|body)\\b",
			Pattern.CASE_INSENSITIVE);

	private Problems() {
	}

	/** A refusal with this status, in Spanish, that gives nothing away. */
	public static void assertProblem(Answer answer, int status) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(status);
		assertThat(status).isBetween(400, 499);
		assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
		assertThat(answer.json().path("status").asInt()).isEqualTo(status);
		assertThat(answer.json().path("title").asText()).isNotBlank();
		assertThat(answer.json().path("detail").asText()).isNotBlank();
		assertThat(answer.json().fieldNames()).toIterable().isSubsetOf("title", "status", "detail", "errors");
		answer.json().path("errors").forEach((error) -> assertThat(error.path("message").asText()).isNotBlank());
		assertThat(answer.text()).doesNotContainPattern(NOT_FOR_PEOPLE);
	}

	/** The same, naming the field. */
	public static void assertProblem(Answer answer, int status, String field) {
		assertProblem(answer, status);
		if (!field.isEmpty()) {
			assertThat(answer.fields()).as(answer.text()).contains(field);
		}
	}

}
