package dev.escala.complaint.abuse;

import java.util.List;

import dev.escala.complaint.classification.ReasonGroup;
import dev.escala.complaint.remedy.Fault;
import dev.escala.complaint.remedy.RemedyStory;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.validation.InvalidInputException;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@RecordApplicationEvents
@DisplayName("Nobody of the staff has to bear abuse (004-27)")
class ReportAbuseTests extends RemedyStory {

	@Autowired
	private ReportAbuse reporting;

	@Autowired
	private Abuses abuses;

	@Autowired
	private ApplicationEvents events;

	@Test
	@DisplayName("Who was abused is taken out, supervision goes on, and the customer gets letters only (004-27)")
	void takenOut() {
		CaseNumber number = complained(Severity.LOW, Fault.NONE, ReasonGroup.EMOTIONAL);
		this.kind.own(number, AGENT);
		assertThat(this.abuses.isLettersOnly(number)).isFalse();

		this.reporting.report(number, AGENT, new ReportAbuse.Input("THREAT", "Dijo que vendría a buscarle.", null));

		assertThat(this.matters.get(number).ownerId()).isNull();
		assertThat(this.abuses.isTakenOut(number, AGENT)).isTrue();
		assertThat(this.abuses.isTakenOut(number, HANDLER)).isFalse();
		assertThat(this.abuses.groupOf(number)).contains("supervisors");
		assertThat(this.abuses.isLettersOnly(number)).isTrue();
		assertThat(this.events.stream(AbuseReported.class))
			.containsExactly(new AbuseReported(number, AGENT, "supervisors", AGENT));
		assertThat(happened(number)).last()
			.asString()
			.contains("Amenazas a Agente", "pasa a supervisión", "solo se le responde por escrito");
	}

	@Test
	@DisplayName("A colleague reports it, and the owner who was not abused stays (004-27)")
	void byAColleague() {
		CaseNumber number = complained(Severity.LOW, Fault.NONE, ReasonGroup.EMOTIONAL);
		this.kind.own(number, HANDLER);

		this.reporting.report(number, HANDLER, new ReportAbuse.Input("INSULT", "Le gritó.", AGENT.value()));

		assertThat(this.matters.get(number).ownerId()).isEqualTo(HANDLER);
		assertThat(this.abuses.of(number)).singleElement().satisfies((report) -> {
			assertThat(report.person()).isEqualTo(AGENT);
			assertThat(report.reportedBy()).isEqualTo(HANDLER);
			assertThat(report.reportedAt()).isEqualTo(MONDAY_AT_TEN);
		});
	}

	@Test
	@DisplayName("It says how, what and to whom (004-27)")
	void whole() {
		CaseNumber number = complained(Severity.LOW, Fault.NONE, ReasonGroup.EMOTIONAL);

		for (ReportAbuse.Input input : List.of(new ReportAbuse.Input(null, "Le gritó.", null),
				new ReportAbuse.Input("INSULT", " ", null), new ReportAbuse.Input("INSULT", "Le gritó.", "nadie"))) {
			assertThatThrownBy(() -> this.reporting.report(number, AGENT, input))
				.isInstanceOf(InvalidInputException.class);
		}
		assertThat(this.abuses.of(number)).isEmpty();
	}

}
