package dev.escala.complaint.remedy;

import dev.escala.reference.CaseNumber;
import dev.escala.complaint.classification.ReasonGroup;
import dev.escala.matter.Severity;
import dev.escala.routing.Decisions;
import dev.escala.routing.RecordedDecision;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The apology that follows from whose fault it was")
class ApologiesTests extends RemedyStory {

	@Autowired
	private Apologies apologies;

	@Autowired
	private ApologyCheck check;

	@Autowired
	private Decisions decisions;

	@Test
	@DisplayName("Each opening of the table passes its own check, in both languages (004-23, 004-25, 004-47)")
	void openings() {
		for (Fault fault : Fault.values()) {
			Apology apology = this.apologies.of(null, fault);
			for (String language : new String[] { "es", "en" }) {
				assertThat(this.check.refusals(apology.opening(language), apology.kind()))
					.as(fault + ", " + apology.opening(language))
					.isEmpty();
			}
			assertThat(apology.kind() == Apology.Kind.ADMITS).as(fault.name())
				.isEqualTo(fault == Fault.OURS || fault == Fault.SHARED);
		}
		assertThat(this.apologies.of(null, Fault.OURS).opening("en")).startsWith("You are right");
		assertThat(this.apologies.of(null, Fault.OURS).opening("fr")).startsWith("Tiene usted razón");
	}

	@Test
	@DisplayName("Why it was that one is kept with the matter (004-23)")
	void recorded() {
		CaseNumber number = complained(Severity.LOW, Fault.POLICY, ReasonGroup.OPERATIONAL);

		assertThat(this.apologies.of(number, Fault.POLICY).because()).contains("La norma se aplicó bien");

		assertThat(this.decisions.recorded(number)).singleElement()
			.extracting(RecordedDecision::decision)
			.isEqualTo("complaintApology");
	}

}
