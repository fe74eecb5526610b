package dev.escala.escalation;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;

import dev.escala.customer.Customers;
import dev.escala.escalation.course.ClassifyCase;
import dev.escala.escalation.persistence.CaseFileRepository;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.escalation.report.EscalationSettings;
import dev.escala.escalation.report.ReportEscalation;
import dev.escala.escalation.report.ReportedAgain;
import dev.escala.matter.Matters;
import dev.escala.matter.Speciality;
import dev.escala.reference.UserId;
import dev.escala.routing.Decisions;
import dev.escala.support.EscalaTest;
import dev.escala.timeline.Timeline;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Transactional;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

@EscalaTest
@DisplayName("Types of escalation that an organisation switched off (001-05)")
class EscalationTypesTests {

	@Autowired
	private EscalationRepository escalations;

	@Autowired
	private CaseFileRepository file;

	@Autowired
	private Customers customers;

	@Autowired
	private Decisions decisions;

	@Autowired
	private Timeline timeline;

	@Autowired
	private EscalationFlow flow;

	@Autowired
	private ClassifyCase classification;

	@Autowired
	private Clock clock;

	@Autowired
	private Matters matters;

	@Autowired
	private ReportedAgain again;

	@Test
	@Transactional
	@DisplayName("are refused with the reason that would lead to them; the others go on")
	void areRefused() {
		ReportEscalation reports = new ReportEscalation(this.escalations, this.file, this.customers, this.decisions,
				this.timeline, this.flow, this.classification,
				new EscalationSettings(EnumSet.of(EscalationType.HIERARCHICAL)), this.clock, this.matters, this.again);

		assertThatExceptionOfType(InvalidInputException.class)
			.isThrownBy(() -> reports.register(report(Report.Reason.KNOWLEDGE), new UserId("api-agent")))
			.satisfies((ex) -> assertThat(ex.problems()).extracting(FieldProblem::field).containsExactly("reason"))
			.withMessageContaining("no está en uso");
		assertThat(reports.register(report(Report.Reason.AUTHORITY), new UserId("api-agent")).type())
			.isEqualTo(EscalationType.HIERARCHICAL);
	}

	@Test
	@DisplayName("are none where nothing is set")
	void areNone() {
		assertThat(new EscalationSettings(null).types()).containsExactlyInAnyOrder(EscalationType.values());
		assertThat(new EscalationSettings(EnumSet.noneOf(EscalationType.class)).types())
			.containsExactlyInAnyOrder(EscalationType.values());
	}

	private static Report report(Report.Reason reason) {
		return new Report("Nadie", Report.Origin.AGENT, reason, Report.Criterion.TECHNICAL, Speciality.UNKNOWN,
				"Asunto", "Descripción", Report.Scale.LOW, Report.Scale.LOW, null, List.of(), List.of(), false);
	}

}
