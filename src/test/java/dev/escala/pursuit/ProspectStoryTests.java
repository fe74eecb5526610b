package dev.escala.pursuit;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import dev.escala.card.Card;
import dev.escala.card.CardSection.Section;
import dev.escala.card.CardTask;
import dev.escala.card.Cards;
import dev.escala.pursuit.call.PursuitCalls;
import dev.escala.pursuit.loss.Losses;
import dev.escala.pursuit.persistence.StagePassed;
import dev.escala.pursuit.profile.Profile;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.ModelCoverage;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("The stories of a prospect; together they pass every node and every flow of its process")
class ProspectStoryTests extends PursuitStory {

	private static final UserId SELLING = new UserId(SELLER);

	@Autowired
	private PursuitCalls calls;

	@Autowired
	private Losses losses;

	@Autowired
	private Cards cards;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("prospects");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "prospect")).isEmpty();
		assertThat(coverage.notPassed(engine, "deferralReview")).isEmpty();
	}

	@Test
	@DisplayName("From the web: called by the protocol, put off to an agreed day, called again, qualified, converted (002-01 to 002-03, 002-05, 002-07, 002-08, 004-11, 004-17)")
	void converted() {
		CaseNumber number = registered("capture", "WEB");
		assertThat(number.value()).matches("PRO-2026-\\d{6}");
		assertThat(this.people.tasks(number)).containsExactly(NEW);
		assertThat(this.people.offered(number, NEW, "nextStages")).containsExactly("ATTEMPT", "CONTACTED", "REFUSED",
				"LATER", "SPAM");
		assertThatThrownBy(() -> this.people.complete(number, SELLER, NEW, Map.of("nextStage", "ATTEMPT")))
			.hasMessageContaining("hace falta haber llamado o escrito");
		this.people.complete(number, SELLER, NEW, attempt("ATTEMPT"));
		assertThat(this.pursuits.get(number).ownerId()).isEqualTo(SELLING);
		assertThat(this.people.jobs(number)).as("nobody loses it while the protocol has them wait").isEmpty();
		Instant tomorrow = Instant.parse("2026-12-03T17:00:00Z");
		assertThat(this.people.task(number, ATTEMPT).getDueDate()).isEqualTo(tomorrow);

		CaseDriver.travel(Duration.ofDays(1));
		this.people.complete(number, SELLER, ATTEMPT, attempt("ATTEMPT"));
		assertThat(this.people.task(number, ATTEMPT).getDueDate()).as("two working days, with two holidays between")
			.isEqualTo(Instant.parse("2026-12-09T17:00:00Z"));
		CaseDriver.travel(Duration.ofDays(6));
		this.people.complete(number, SELLER, ATTEMPT, attempt("ATTEMPT", "callChannel", "MAIL"));
		CaseDriver.travel(Duration.ofDays(6));
		assertThatThrownBy(() -> this.people.complete(number, SELLER, ATTEMPT, attempt("ATTEMPT")))
			.hasMessageContaining("no se insiste más");
		assertThatThrownBy(
				() -> this.people.complete(number, SELLER, ATTEMPT, attempt("LATER", "contactOn", "06/01/2027")))
			.hasMessageContaining("no se trabaja");
		this.people.complete(number, SELLER, ATTEMPT, attempt("LATER", "contactOn", "11/01/2027"));

		assertThat(this.people.tasks(number)).isEmpty();
		assertThat(standing(number).kind()).isEqualTo(StageKind.WAITING);
		this.people.runWhenDue(number, "event_contactDue");
		assertThat(CaseDriver.now()).isEqualTo(Instant.parse("2027-01-11T08:00:00Z"));
		this.people.run(number, "serviceTask_resumeContact");
		assertThat(this.people.tasks(number)).containsExactly(ATTEMPT);
		this.people.complete(number, SELLER, ATTEMPT, talk("CONTACTED", "callResult", "APPOINTMENT"));
		this.people.complete(number, SELLER, CONTACTED, Map.of("nextStage", "QUALIFYING"));
		assertThatThrownBy(() -> this.people.complete(number, SELLER, QUALIFYING, Map.of("nextStage", "CONVERTED")))
			.hasMessageContaining("Falta qué pide")
			.hasMessageContaining("Falta si lo necesita");
		assertThatThrownBy(() -> this.people.complete(number, SELLER, QUALIFYING, Map.of("nextStage", "CONVERTED",
				"need", "YES", "budget", "NO", "feasibility", "YES", "request", "Diez licencias")))
			.hasMessageContaining("no lo da por bueno");
		this.people.complete(number, SELLER, QUALIFYING, Map.of("nextStage", "CONVERTED", "need", "YES", "budget",
				"PLANNED", "feasibility", "YES", "request", "Diez licencias"));

		assertThat(this.people.left(number)).isEmpty();
		Pursuit became = this.pursuits.became(number).orElseThrow();
		assertThat(became.number().value()).matches("OPO-20\\d\\d-\\d{6}");
		assertThat(became.subject()).isEqualTo("Diez licencias");
		assertThat(became.ownerId()).isEqualTo(SELLING);
		assertThat(this.people.tasks(became.number())).containsExactly(REQUESTED);
		assertThat(this.pursuits.history(became.number())).extracting(StagePassed::to)
			.containsExactly("NEW", "ATTEMPT", "LATER", "ATTEMPT", "CONTACTED", "QUALIFYING", "CONVERTED", "REQUESTED");
		assertThat(this.calls.list(number)).hasSize(5);
		assertThatThrownBy(() -> this.work.move(number, SELLING, Map.of("nextStage", "CONVERTED", "request", "Más")))
			.hasMessageContaining("ya terminó («Convertido en oportunidad»)");
		assertThat(this.pursuits.of(became.partyKind(), became.partyId())).hasSize(2);
	}

	@Test
	@DisplayName("Whoever works in a stage reads what it means and what to do, and how long it has been in it (002-19, 004-01, 004-13, 004-14, 004-65)")
	void guide() {
		CaseNumber number = registered("recentEvents", "Abrió un segundo taller en octubre.");
		CaseDriver.travel(Duration.ofDays(3));
		String guide = (String) this.engine.getTaskService()
			.getVariableLocal(this.people.task(number, NEW).getId(), "stageGuide");
		assertThat(guide).contains("Etapa «Nuevo»: nadie ha hablado aún", "prepare el primer contacto",
				"**No interesado**", "Hace falta: el motivo y lo que se aprende");
		assertThat((String) this.engine.getTaskService()
			.getVariableLocal(this.people.task(number, NEW).getId(), "callScript")).contains("Apertura", "Cierre");

		Card card = this.cards.find(CardTask.page(number)).orElseThrow();

		assertThat(card.facts()).extracting(Card.Fact::value).anyMatch((value) -> value.contains("(3 días)"));
		assertThat(card.sections()).filteredOn((section) -> section.title().equals("Perfil"))
			.extracting(Section::text)
			.singleElement()
			.asString()
			.contains("Por qué se eligió: Crece deprisa", "Persona de contacto: Rosa Nieto", "segundo taller",
					"El presupuesto lo lleva: Dueño o presidente");
	}

	@Test
	@DisplayName("Nobody closes a prospect without a reason and a lesson; spam is only what comes by itself (002-06, 002-09, 004-66)")
	void refusedAndSpam() {
		CaseNumber number = registered();
		assertThatThrownBy(() -> this.people.complete(number, SELLER, NEW, Map.of("nextStage", "REFUSED")))
			.hasMessageContaining("Falta por qué se pierde")
			.hasMessageContaining("Falta qué se aprende");
		assertThatThrownBy(() -> this.people.complete(number, SELLER, NEW, refusal("lossReason", "BORED")))
			.hasMessageContaining("No se conoce el motivo");
		assertThatThrownBy(() -> this.people.complete(number, SELLER, NEW, Map.of("nextStage", "SPAM")))
			.hasMessageContaining("De «Nuevo» no se puede pasar a «Spam»")
			.hasMessageContaining("Intento de contacto (ATTEMPT)");
		this.people.complete(number, SELLER, NEW, refusal("leaveAlone", true));
		assertThat(this.people.left(number)).isEmpty();
		assertThat(this.losses.find(number).orElseThrow().said().lesson()).isEqualTo("Llamar en enero.");

		CaseNumber again = registered("party", this.pursuits.get(number).partyName());
		assertThatThrownBy(() -> this.people.complete(again, SELLER, NEW, attempt("ATTEMPT")))
			.hasMessageContaining("pidió que no se le llame más");
		this.people.complete(again, SELLER, NEW, refusal());

		CaseNumber spam = registered("capture", "NETWORKS");
		this.people.complete(spam, SELLER, NEW, Map.of("nextStage", "SPAM"));
		assertThat(this.people.left(spam)).isEmpty();
		assertThat(this.losses.find(spam)).as("spam is no loss").isEmpty();
	}

	@Test
	@DisplayName("A top-down prospect is not called before the homework is done, by form or API (004-02, 004-03)")
	void homework() {
		CaseNumber number = registered("strategy", "TOP_DOWN");
		assertThatThrownBy(() -> this.people.complete(number, SELLER, NEW, talk("CONTACTED")))
			.hasMessageContaining("faltan los deberes: qué sectores son adecuados; a qué nivel");
		assertThatThrownBy(() -> this.work.call(number, SELLING, "ATTEMPT", "PHONE", 1, null, null))
			.hasMessageContaining("faltan los deberes");
		assertThat(this.calls.list(number)).isEmpty();
		this.work.profile(number, SELLING,
				new Profile(null, null, null, null, null, null, "Talleres y garajes", "Dueña", "Reparaciones"));

		this.people.complete(number, SELLER, NEW, talk("CONTACTED"));
		this.work.call(number, SELLING, "APPOINTMENT", "PHONE", 5, "El jueves a las diez.", null);

		assertThat(this.calls.list(number)).extracting((call) -> call.said().minutes()).containsExactly(12, 5);
		this.people.complete(number, SELLER, CONTACTED, refusal());
	}

	@Test
	@DisplayName("Put off again and again: counted, and from the third time on supervision looks (002-04, 004-67)")
	void deferred() {
		CaseNumber number = registered();
		this.people.complete(number, SELLER, NEW, talk("CONTACTED"));
		this.people.complete(number, SELLER, CONTACTED, Map.of("nextStage", "UNDECIDED"));
		for (int times = 1; times <= 3; times++) {
			this.people.complete(number, SELLER, UNDECIDED, Map.of("nextStage", "LATER", "contactOn", "15/12/2026"));
			assertThat(this.people.tasks(number)).hasSize((times > 2) ? 1 : 0);
			this.work.resume(number, SELLING);
			this.people.run(number, "serviceTask_resumeContact");
		}
		assertThat(this.pursuits.get(number).plan().deferrals()).isEqualTo(3);
		assertThat(this.people.tasks(number)).containsExactlyInAnyOrder(UNDECIDED, "userTask_reviewDeferrals");
		assertThat((String) this.engine.getTaskService()
			.getVariableLocal(this.people.task(number, "userTask_reviewDeferrals").getId(), "deferralStory"))
			.contains("aplazado 3 veces", "15 de diciembre");
		this.people.complete(number, "supervisor", "userTask_reviewDeferrals",
				Map.of("deferralNote", "Se cierra si no compra en enero."));
		assertThat(happened(number)).contains("Aplazamientos revisados: Se cierra si no compra en enero.");
		assertThatThrownBy(() -> this.work.resume(number, SELLING)).hasMessageContaining("No hay nada que retomar");

		this.people.complete(number, SELLER, UNDECIDED, Map.of("nextStage", "CONVERTED", "request", "Una licencia"));
		assertThat(this.people.left(number)).isEmpty();
	}

	@Test
	@DisplayName("The same prospect is pursued once at a time")
	void once() {
		CaseNumber number = registered();
		String company = this.pursuits.get(number).partyName();

		assertThatThrownBy(() -> registered("party", company))
			.hasMessageContaining("ya se está siguiendo en " + number);

		this.people.complete(number, SELLER, NEW, refusal());
		assertThat(registered("party", company)).isNotEqualTo(number);
	}

}
