package dev.escala.escalation.matter;

import java.util.List;

import dev.escala.escalation.ActionPlan;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.letter.DraftMaterial;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/** What a case gives to the drafts of its letters. */
@Component
class CaseDrafts implements DraftMaterial {

	private final Escalations escalations;

	CaseDrafts(Escalations escalations) {
		this.escalations = escalations;
	}

	@Override
	public String prefix() {
		return Escalation.PREFIX;
	}

	@Override
	public List<String> issues(CaseNumber number) {
		return this.escalations.details(number)
			.stream()
			.filter((detail) -> detail.kind() == CaseDetail.Kind.CUSTOMER_ISSUE)
			.map(CaseDetail::text)
			.toList();
	}

	@Override
	public List<String> steps(CaseNumber number) {
		return this.escalations.latestPlan(number).map(ActionPlan::steps).orElse(List.of());
	}

}
