package dev.escala.rootcause;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import dev.escala.corrective.PlannedAction;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.rootcause.RootCauseAnalysis.Verdict;
import dev.escala.validation.ConflictException;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@DisplayName("A root-cause analysis")
class RootCauseAnalysisTests {

	private static final Instant NOW = Instant.parse("2026-11-23T09:00:00Z");

	private static final Map<String, UnaryOperator<RootCauseAnalysis>> STEPS = Map.of("write",
			(rca) -> rca.write(analysis(), account()), "compose", (rca) -> rca.compose("Texto.", "es"), "approve",
			(rca) -> rca.review(Verdict.APPROVED, new UserId("arquitecto"), NOW, null), "sendBackToCorrection",
			(rca) -> rca.review(Verdict.CORRECT, new UserId("arquitecto"), NOW, "Falta la fecha."),
			"sendBackToRewriting", (rca) -> rca.review(Verdict.REDO, new UserId("arquitecto"), NOW, "No es la raíz."),
			"correct", (rca) -> rca.correct(new UserId("problemas"), "Otro texto."), "release",
			(rca) -> rca.release(new UserId("ejecutivo"), NOW, null), "share", (rca) -> rca.share(NOW));

	private static final Map<String, Set<RcaStatus>> ALLOWED = Map.of("write",
			EnumSet.of(RcaStatus.REQUESTED, RcaStatus.TO_REWRITE), "compose", EnumSet.of(RcaStatus.WRITTEN), "approve",
			EnumSet.of(RcaStatus.IN_REVIEW), "sendBackToCorrection", EnumSet.of(RcaStatus.IN_REVIEW),
			"sendBackToRewriting", EnumSet.of(RcaStatus.IN_REVIEW), "correct", EnumSet.of(RcaStatus.TO_CORRECT),
			"release", EnumSet.of(RcaStatus.APPROVED), "share", EnumSet.of(RcaStatus.RELEASED));

	private static final Map<String, RcaStatus> LEADS_TO = Map.of("write", RcaStatus.WRITTEN, "compose",
			RcaStatus.IN_REVIEW, "approve", RcaStatus.APPROVED, "sendBackToCorrection", RcaStatus.TO_CORRECT,
			"sendBackToRewriting", RcaStatus.TO_REWRITE, "correct", RcaStatus.IN_REVIEW, "release", RcaStatus.RELEASED,
			"share", RcaStatus.SHARED);

	static Stream<Arguments> everyStepInEveryStatus() {
		return Stream.of(RcaStatus.values())
			.flatMap((status) -> STEPS.keySet().stream().sorted().map((step) -> Arguments.of(status, step)));
	}

	@ParameterizedTest(name = "{1} in {0}")
	@MethodSource("everyStepInEveryStatus")
	void takesAStepOnlyFromItsStatusAndNamesBothOtherwise(RcaStatus status, String step) {
		RootCauseAnalysis rca = in(status);

		if (ALLOWED.get(step).contains(status)) {
			assertThat(STEPS.get(step).apply(rca).status()).isEqualTo(LEADS_TO.get(step));
		}
		else {
			assertThatExceptionOfType(ConflictException.class).isThrownBy(() -> STEPS.get(step).apply(rca))
				.withMessageContaining("«" + status.label() + "»")
				.withMessageContaining("«" + LEADS_TO.get(step).label() + "»");
		}
	}

	@Test
	@DisplayName("is not reviewed by its author (004-64)")
	void refusesTheAuthorAsReviewer() {
		assertThatExceptionOfType(ForbiddenException.class)
			.isThrownBy(() -> in(RcaStatus.IN_REVIEW).review(Verdict.APPROVED, new UserId("problemas"), NOW, null))
			.withMessageContaining("Quien escribió el análisis no puede revisarlo");
	}

	@Test
	@DisplayName("is not reviewed by who corrected the customer's version")
	void refusesWhoCorrectedAsReviewer() {
		RootCauseAnalysis corrected = in(RcaStatus.TO_CORRECT).correct(new UserId("gerente"), "Otro texto.");

		assertThatExceptionOfType(ForbiddenException.class)
			.isThrownBy(() -> corrected.review(Verdict.APPROVED, new UserId("gerente"), NOW, null))
			.withMessageContaining("Quien corrigió");
		assertThat(corrected.review(Verdict.APPROVED, new UserId("arquitecto"), NOW, null).status())
			.isEqualTo(RcaStatus.APPROVED);
	}

	@Test
	@DisplayName("is not sent back without saying why")
	void sendsBackOnlyWithANote() {
		for (Verdict verdict : List.of(Verdict.CORRECT, Verdict.REDO)) {
			assertThatExceptionOfType(InvalidInputException.class)
				.isThrownBy(() -> in(RcaStatus.IN_REVIEW).review(verdict, new UserId("arquitecto"), NOW, " "))
				.withMessageContaining("diga qué hay que cambiar");
		}
	}

	@Test
	@DisplayName("forgets the customer's version when it is written again, and keeps the reviewer's note")
	void startsTheCustomersVersionAgain() {
		RootCauseAnalysis rewritten = in(RcaStatus.TO_REWRITE).write(analysis(), account());

		assertThat(rewritten.customerVersion()).isNull();
		assertThat(rewritten.review().note()).isEqualTo("No es la raíz.");
	}

	@Test
	@DisplayName("takes at most 4000 characters for the customer")
	void limitsTheCorrectedText() {
		RootCauseAnalysis rca = in(RcaStatus.TO_CORRECT);

		assertThat(rca.correct(new UserId("problemas"), "x".repeat(4000)).customerVersion().text()).hasSize(4000);
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> rca.correct(new UserId("problemas"), "x".repeat(4001)))
			.withMessageContaining("caben 4000");
	}

	@Test
	@DisplayName("names every missing part at once")
	void namesEveryMissingPart() {
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> new InternalAnalysis(new UserId("problemas"), NOW, " ", List.of(), List.of(), null))
			.satisfies((ex) -> assertThat(ex.problems()).extracting(FieldProblem::field)
				.containsExactly("rcaSummary", "rcaCauses", "rcaActions", "rcaLessons"));
		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> new CustomerAccount(null, List.of(), List.of(), " "))
			.satisfies((ex) -> assertThat(ex.problems()).extracting(FieldProblem::field)
				.containsExactly("customerRcaSummary", "customerRcaCauses", "customerRcaActions",
						"customerRcaLessons"));
	}

	@Test
	@DisplayName("has at most 20 causes")
	void limitsTheCauses() {
		List<String> causes = java.util.Collections.nCopies(21, "Causa");

		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> new InternalAnalysis(new UserId("problemas"), NOW, "Resumen.", causes,
					analysis().actions(), "Lección."))
			.withMessageContaining("admite 20 líneas, y hay 21");
	}

	static InternalAnalysis analysis() {
		return new InternalAnalysis(new UserId("problemas"), NOW, "El servicio se detuvo.",
				List.of("El certificado caducó.", "Nadie recibió el aviso de caducidad."),
				List.of(new PlannedAction("Renovar el certificado", new UserId("Ana Ruiz"), LocalDate.of(2026, 11, 20),
						true),
						new PlannedAction("Avisar 30 días antes", new UserId("Luis Gil"), LocalDate.of(2026, 12, 1),
								false)),
				"Los avisos van a una lista y no a una persona.");
	}

	static CustomerAccount account() {
		return new CustomerAccount("Su servicio se detuvo",
				List.of("Un certificado caducó.", "El aviso no llegó a tiempo"),
				List.of(new CustomerAccount.Action("Renovar el certificado.", LocalDate.of(2026, 11, 20), true),
						new CustomerAccount.Action("Avisar 30 días antes", LocalDate.of(2026, 12, 1), false)),
				"Los avisos van a una lista.");
	}

	private static RootCauseAnalysis in(RcaStatus status) {
		RootCauseAnalysis requested = RootCauseAnalysis.requested(new CaseNumber("ESC-2026-000001"),
				new UserId("gerente"), NOW, "Cliente clave");
		return switch (status) {
			case REQUESTED -> requested;
			case WRITTEN -> STEPS.get("write").apply(requested);
			case IN_REVIEW -> STEPS.get("compose").apply(in(RcaStatus.WRITTEN));
			case TO_CORRECT -> STEPS.get("sendBackToCorrection").apply(in(RcaStatus.IN_REVIEW));
			case TO_REWRITE -> STEPS.get("sendBackToRewriting").apply(in(RcaStatus.IN_REVIEW));
			case APPROVED -> STEPS.get("approve").apply(in(RcaStatus.IN_REVIEW));
			case RELEASED -> STEPS.get("release").apply(in(RcaStatus.APPROVED));
			case SHARED -> STEPS.get("share").apply(in(RcaStatus.RELEASED));
		};
	}

}
