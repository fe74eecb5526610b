package dev.escala.escalation;

import java.util.List;

import dev.escala.letter.DraftMaterial;

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
		return EscalationKind.PREFIX;
	}

	@Override
	public List<String> issues(String number) {
		return this.escalations.details(number)
			.stream()
			.filter((detail) -> detail.kind() == CaseDetail.Kind.CUSTOMER_ISSUE)
			.map(CaseDetail::text)
			.toList();
	}

	@Override
	public List<String> steps(String number) {
		return this.escalations.latestPlan(number).map(ActionPlan::steps).orElse(List.of());
	}

}
