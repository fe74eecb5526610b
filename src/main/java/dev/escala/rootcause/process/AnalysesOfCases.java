package dev.escala.rootcause.process;

import dev.escala.escalation.SharedAnalyses;
import dev.escala.rootcause.RcaStatus;
import dev.escala.rootcause.RootCauseAnalyses;

import org.springframework.stereotype.Component;

/** Tells a case how far its analysis got. */
@Component
class AnalysesOfCases implements SharedAnalyses {

	private final RootCauseAnalyses analyses;

	AnalysesOfCases(RootCauseAnalyses analyses) {
		this.analyses = analyses;
	}

	@Override
	public boolean isShared(String number) {
		return this.analyses.find(number).filter((rca) -> rca.status() == RcaStatus.SHARED).isPresent();
	}

}
