package dev.escala.escalation.matter;

import java.util.List;
import java.util.Optional;

import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Outcome;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.rootcause.AnalysedKind;

import org.springframework.stereotype.Component;

/** What root-cause analyses ask of cases. */
@Component
class AnalysedEscalations implements AnalysedKind {

	private final Escalations escalations;

	AnalysedEscalations(Escalations escalations) {
		this.escalations = escalations;
	}

	@Override
	public String prefix() {
		return Escalation.PREFIX;
	}

	@Override
	public boolean isRequested(CaseNumber number) {
		return this.escalations.get(number).rcaRequested();
	}

	@Override
	public boolean request(CaseNumber number, UserId by, String reason) {
		return this.escalations.requestRca(number, by, reason);
	}

	@Override
	public boolean closedWithout(CaseNumber number) {
		return this.escalations.get(number).outcome() == Outcome.CLOSED_WITHOUT_RCA;
	}

	@Override
	public Optional<String> endedWithoutWork(CaseNumber number) {
		return Optional.ofNullable(this.escalations.get(number).outcome())
			.filter((outcome) -> !outcome.isClosed())
			.map(Outcome::label);
	}

	@Override
	public List<UserId> involved(CaseNumber number) {
		return List.of(this.escalations.get(number).reportedBy());
	}

}
