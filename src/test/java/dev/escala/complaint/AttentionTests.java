package dev.escala.complaint;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;

import dev.escala.access.Role;
import dev.escala.complaint.attention.AskAttention;
import dev.escala.complaint.attention.AttentionFigures;
import dev.escala.complaint.attention.AttentionKind;
import dev.escala.complaint.attention.AttentionMonth;
import dev.escala.complaint.attention.AttentionRequest;
import dev.escala.complaint.attention.CallImport;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import dev.escala.support.ModelCoverage;
import dev.escala.web.CsvUpload;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("Whoever asks for a human or a supervisor (Ley 10/2025, arts. 8.2 and 8.3)")
class AttentionTests extends ComplaintStory {

	private static final String TASK = "userTask_callBack";

	private static final Instant FRIDAY_AT_ELEVEN = Instant.parse("2026-12-04T10:00:00Z");

	@Autowired
	private AskAttention requests;

	@Autowired
	private CallImport imports;

	@Autowired
	private AttentionFigures figures;

	@BeforeAll
	static void watchWhatIsPassed(@Autowired ModelCoverage coverage) {
		coverage.begin("callsBack");
	}

	@AfterAll
	static void everyNodeAndEveryFlowIsPassed(@Autowired ModelCoverage coverage, @Autowired ProcessEngine engine) {
		coverage.end();
		assertThat(coverage.notPassed(engine, "callBack")).isEmpty();
	}

	@Test
	@DisplayName("no supervisor is there: one calls back the same day, is reminded once, late it goes up a rank, and stays owed")
	void callBack() {
		CaseDriver.travelTo(FRIDAY_AT_ELEVEN);
		CaseNumber number = presented();
		AttentionRequest asked = ask(number, null, null);
		assertThat(asked.dueAt()).isEqualTo("2026-12-04T17:00:00Z");
		assertThat(this.people.task(number, TASK).getDueDate()).isEqualTo(asked.dueAt());
		assertThat(this.people.groups(number, TASK)).containsExactly(Role.SUPERVISORS.groupId());

		this.people.runWhenDue(number, "event_callBackNear");
		this.people.run(number, "serviceTask_remindOfCallBack");
		assertThat(mails(number, "supervisor@escala.example")).filteredOn(AttentionTests::isOfCall).hasSize(1);
		this.people.complete(number, "supervisor", TASK, answer("noAnswer", "Vuelvo a llamar a las cinco."));
		assertThat(this.people.tasks(number)).contains(TASK);
		this.people.runWhenDue(number, "event_callBackNear");
		this.people.run(number, "serviceTask_remindOfCallBack");
		assertThat(mails(number, "supervisor@escala.example")).filteredOn(AttentionTests::isOfCall)
			.as("once, however often somebody tries")
			.hasSize(1);

		this.people.runWhenDue(number, "event_callBackLate");
		assertThat(CaseDriver.now()).isEqualTo(asked.dueAt());
		this.people.run(number, "serviceTask_raiseCallBack");
		assertThat(this.levels.current(number)).isEqualTo(2);
		assertThat(mails(number, "gerente@escala.example")).filteredOn(AttentionTests::isOfCall).hasSize(1);
		assertThat(this.requests.get(asked.id()).isOpen()).isTrue();
		this.progress.withdraw(number, new UserId(AGENT), "Ya no la quiere.");
		assertThatThrownBy(() -> this.people.complete(number, "gerente", TASK, answer("spoken", " ")))
			.hasMessageContaining("qué se habló");
		this.people.complete(number, "gerente", TASK, answer("spoken", "Quería que se le escuchara."));

		assertThat(this.requests.get(asked.id()).attendedBy()).isEqualTo(new UserId("gerente"));
		assertThat(this.people.tasks(number)).doesNotContain(TASK);
		assertThatThrownBy(() -> this.requests.calledBack(asked.id(), new UserId("supervisor"), true, "Otra vez."))
			.hasMessageContaining("ya le devolvió alguien la llamada");
	}

	@Test
	@DisplayName("the same working day ends at closing time, at midnight for who asks later, and the next one for a day off")
	void sameDay() {
		CaseNumber number = presented();
		CaseDriver.travelTo(Instant.parse("2026-12-04T19:00:00Z"));
		assertThat(ask(number, null, null).dueAt()).isEqualTo("2026-12-04T23:00:00Z");
		CaseDriver.travelTo(Instant.parse("2026-12-05T10:00:00Z"));
		Instant next = ask(number, null, null).dueAt();
		assertThat(next).isAfter(Instant.parse("2026-12-07T00:00:00Z"));
		assertThat(next.toString()).endsWith("T17:00:00Z");
		withdraw(number);
	}

	@Test
	@DisplayName("attended in the call: no task; the same call counts once and belongs to one matter")
	void inTheCall() {
		CaseNumber number = presented();
		AttentionRequest asked = ask(number, 40, "llamada-en-curso");
		assertThat(asked.isInTime()).isTrue();
		assertThat(ask(number, 40, "llamada-en-curso").id()).isEqualTo(asked.id());
		assertThat(this.people.tasks(number)).doesNotContain(TASK);
		CaseNumber other = presented();
		assertThatThrownBy(() -> ask(other, 10, "llamada-en-curso")).hasMessageContaining("ya consta en otro asunto");
		assertThatThrownBy(() -> this.requests.ask(other, AttentionKind.HUMAN, new UserId(AGENT),
				new AskAttention.Input(null, null, null, null)))
			.hasMessageContaining("cuántos segundos esperó");
		assertThatThrownBy(() -> ask(other, -1, null)).hasMessageContaining("van de 0 a");
		withdraw(number);
		withdraw(other);
	}

	@Test
	@DisplayName("a file of calls is read row by row, counts each call once, and makes the figure of each month")
	void figures() throws IOException {
		String rows = """
				call;asked;attended
				A-1;2025-03-31T23:30:00;2025-03-31T23:30:30
				A-2;2025-03-10 10:00:00;2025-03-10 10:02:59
				A-3;2025-03-10T10:00:00+01:00;2025-03-10T10:03:00+01:00
				A-4;2025-03-11T10:00:00;
				A-5;ayer;
				A-6;2025-03-11T10:00:00;2025-03-11T09:00:00
				;2025-03-11T10:00:00;
				A-1;2025-03-31T23:30:00;2025-03-31T23:31:30
				""";
		CallImport.Report report = read(rows);
		assertThat(report.added()).isEqualTo(4);
		assertThat(report.problems()).extracting(CallImport.Problem::line).containsExactly(6L, 7L, 8L, 9L);
		assertThat(report.problems()).extracting(CallImport.Problem::reason)
			.satisfiesExactly((one) -> assertThat(one).contains("«ayer»", "2026-12-28T10:15:30"),
					(one) -> assertThat(one).contains("antes de que lo pidiera"),
					(one) -> assertThat(one).contains("identificador"),
					(one) -> assertThat(one).contains("ya consta con otras horas"));
		assertThat(read(rows)).extracting(CallImport.Report::added, CallImport.Report::known).containsExactly(0L, 4L);

		List<AttentionMonth> months = this.figures.byMonth(AttentionKind.HUMAN, YearMonth.of(2025, 2),
				YearMonth.of(2025, 4));
		assertThat(months).containsExactly(new AttentionMonth(YearMonth.of(2025, 2), 0, 0, 0, null),
				new AttentionMonth(YearMonth.of(2025, 3), 4, 3, 2, (30 + 179 + 180) / 3.0),
				new AttentionMonth(YearMonth.of(2025, 4), 0, 0, 0, null));
		assertThat(months.get(1).shareInTime()).as("whoever nobody attended is not left out").isEqualTo(0.5);
		assertThat(months.get(0).shareInTime()).isNull();
	}

	private CallImport.Report read(String rows) throws IOException {
		try (CsvUpload upload = CsvUpload.of(new ByteArrayInputStream(rows.getBytes(StandardCharsets.UTF_8)))) {
			return this.imports.run(upload, new UserId("supervisor"));
		}
	}

	private AttentionRequest ask(CaseNumber number, Integer waited, String callId) {
		return this.requests.ask(number, AttentionKind.SUPERVISOR, new UserId(AGENT),
				new AskAttention.Input(waited, "600 000 009", callId, "Que alguien decida."));
	}

	private void withdraw(CaseNumber number) {
		this.progress.withdraw(number, new UserId(AGENT), "Ya no la quiere.");
	}

	private static Map<String, Object> answer(String outcome, String note) {
		return Map.of("callBackOutcome", outcome, "callBackNote", note);
	}

	private static boolean isOfCall(String subject) {
		return subject.contains("espera la llamada de un supervisor");
	}

}
