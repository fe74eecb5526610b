package dev.escala.internalrequest;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import dev.escala.internalrequest.call.AskDuringCall;
import dev.escala.internalrequest.call.HoldingReplies;
import dev.escala.internalrequest.call.HoldingReply;
import dev.escala.letter.check.Finding;
import dev.escala.promise.Promise;
import dev.escala.promise.PromiseStatus;
import dev.escala.promise.SpokenPromises;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("Holding a customer on the phone (000-18)")
class HoldingStoryTests extends RequestStory {

	/** The decision on Wednesday at closing time, and two working hours to call. */
	private static final Instant THURSDAY_AT_ELEVEN = Instant.parse("2026-11-26T10:00:00Z");

	private static final String SPANISH = "Lo confirmo con mi equipo y le respondo el jueves 26 de noviembre antes de "
			+ "las 11:00. ¿Le parece bien?";

	@Autowired
	private Advisor advisor;

	@Autowired
	private HoldingReplies replies;

	@Autowired
	private AskDuringCall calls;

	@Autowired
	private SpokenPromises promises;

	@BeforeEach
	void loggedIn() {
		this.engine.getIdentityService().setAuthentication(SALES, List.of("agents"));
	}

	@AfterEach
	void loggedOut() {
		this.engine.getIdentityService().clearAuthentication();
	}

	@Test
	@DisplayName("The sentence names, in both languages, the first date that the policy lets us keep")
	void sentence() {
		Advice advice = this.advisor.advise(asking("DELTA", List.of("SCOPE_BEYOND")), new UserId(SALES));

		assertThat(advice.answerDue()).isEqualTo(Instant.parse("2026-11-25T17:00:00Z"));
		assertThat(advice.promisedAt()).isEqualTo(THURSDAY_AT_ELEVEN);
		assertThat(this.replies.reply(advice.promisedAt(), "es").sentence()).isEqualTo(SPANISH);
		assertThat(this.replies.reply(advice.promisedAt(), "en").sentence())
			.isEqualTo("I will check this with my team and get back to you on Thursday 26 November, by 11:00. "
					+ "Is that all right for you?");
		for (String language : List.of("es", "en")) {
			assertThat(this.replies.check(this.replies.reply(advice.promisedAt(), language).sentence(),
					advice.promisedAt()))
				.isEmpty();
		}
	}

	@Test
	@DisplayName("Asking for advice leaves nothing behind: no prospect, no decision in the engine's history")
	void leavesNothing() {
		long prospects = count("prospect");
		long decisions = count("act_hi_decinst");

		Advice advice = this.advisor.advise(asking("Nadie Conocido", List.of("HASTE")), new UserId(SALES));

		assertThat(advice.isNewParty()).isTrue();
		assertThat(advice.assessed().caution()).isTrue();
		assertThat(count("prospect")).isEqualTo(prospects);
		assertThat(count("act_hi_decinst")).isEqualTo(decisions);
	}

	@Test
	@DisplayName("Whom we rejected is found by name, also where somebody spells it with its legal form (000-05)")
	void found() {
		this.prospects.reject(this.prospects
			.create(new dev.escala.pipeline.SaveProspect(null, "Hornos Sigma, S.L.", "Metal", null, "es"))
			.id(), new UserId(SALES), "No pagó", new CaseNumber("SOL-2026-000009"));

		Advice advice = this.advisor.advise(asking("hornos sigma", List.of()), new UserId(SALES));

		assertThat(advice.found()).singleElement()
			.satisfies((one) -> assertThat(one.explanation()).contains("«No pagó»"));
		assertThat(advice.assessed().mode().asksFirst()).isTrue();
	}

	@Test
	@DisplayName("A decision after the customer's own date is told before anybody asks (000-22)")
	void late() {
		assertThat(this.advisor.advise(asking("DELTA", List.of("SCOPE_BEYOND"), "25/11/2026 12:00"), new UserId(SALES))
			.isLateForCustomer()).isTrue();
		assertThat(this.advisor.advise(asking("DELTA", List.of("SCOPE_BEYOND"), "26/11/2026"), new UserId(SALES))
			.isLateForCustomer()).isFalse();
	}

	@Test
	@DisplayName("The accepted date becomes a promise, exactly as it was read, and is watched; the answer keeps it")
	void promised() {
		InternalRequest request = this.calls.ask(whole(), new HoldingReply.Input(SPANISH, "2026-11-26T10:00:00Z"),
				new UserId(SALES));

		Promise promise = this.promises.promise(request.number()).orElseThrow();
		assertThat(promise.status()).isEqualTo(PromiseStatus.ACCEPTED);
		assertThat(promise.promisedAt()).isEqualTo(THURSDAY_AT_ELEVEN);
		assertThat(promise.content()).isEqualTo(SPANISH);
		assertThat(this.promises.dates(request.number())).hasSize(1);
		// Instances are nobody's of the staff to read.
		this.engine.getIdentityService().clearAuthentication();
		assertThat(this.engine.getRuntimeService()
			.createProcessInstanceQuery()
			.processDefinitionKey("promisedAnswer")
			.processInstanceBusinessKey(request.number().value())
			.count()).isOne();
	}

	@Test
	@DisplayName("What commits, names another date or none, or has passed is refused, and no request is left")
	void refused() {
		long before = count("internal_request");
		assertThatThrownBy(() -> hold("Sin problema. " + SPANISH, "2026-11-26T10:00:00Z"))
			.hasMessageContaining("«Sin problema»")
			.hasMessageContaining("Diga que lo pregunta");
		assertThatThrownBy(() -> hold("Le respondo el viernes 27 de noviembre a las 11:00.", "2026-11-26T10:00:00Z"))
			.hasMessageContaining("jueves 26 de noviembre antes de las 11:00");
		assertThatThrownBy(
				() -> hold("Le respondo el lunes 23 de noviembre antes de las 10:00.", "2026-11-23T09:00:00Z"))
			.hasMessageContaining("lunes 23 de noviembre, 10:00, ya pasó");
		assertThatThrownBy(() -> hold(SPANISH, null)).hasMessageContaining("Falta la fecha que aceptó el cliente");
		assertThatThrownBy(() -> this.calls.ask(asking(null, List.of("HASTE")),
				new HoldingReply.Input(SPANISH, "2026-11-26T10:00:00Z"), new UserId(SALES)))
			.hasMessageContaining("Indique con quién habla");
		assertThatThrownBy(() -> this.calls.ask(asking("DELTA", List.of("HASTE")),
				new HoldingReply.Input(SPANISH, "2026-11-26T10:00:00Z"), new UserId(SALES)))
			.hasMessageContaining("Falta la situación");
		assertThat(count("internal_request")).isEqualTo(before);
		assertThat(this.jdbc.sql("SELECT count(*) FROM promise WHERE content LIKE 'Sin problema%'")
			.query(Long.class)
			.single()).isZero();
	}

	@Test
	@DisplayName("A date in the wrong words is found, the right one also with a leading zero is not")
	void names() {
		Instant nine = THURSDAY_AT_ELEVEN.minus(Duration.ofHours(2));
		assertThat(this.replies.check("Se lo digo el jueves 26 de noviembre a las 09:00.", nine)).isEmpty();
		assertThat(this.replies.check("Se lo digo el jueves 26 de noviembre a las 19:00.", nine))
			.extracting(Finding::kind)
			.containsExactly(Finding.Kind.NO_DATE);
	}

	private void hold(String text, String promisedAt) {
		this.calls.ask(whole(), new HoldingReply.Input(text, promisedAt), new UserId(SALES));
	}

	private long count(String table) {
		return this.jdbc.sql("SELECT count(*) FROM " + table).query(Long.class).single();
	}

	private static Question.Input whole() {
		return new Question.Input("DECISION", List.of("SCOPE_BEYOND"), null, "DELTA", null, null, null,
				"Fabricante de unos 200 empleados.", "Personalización sin límite.", "Creo que no.", "25/11/2026", null,
				null, null, null);
	}

	private static Question.Input asking(String party, List<String> situations, String... customerDate) {
		return new Question.Input(null, situations, null, party, null, null, null, null, null, null, null,
				(customerDate.length == 0) ? null : customerDate[0], null, null, null);
	}

}
