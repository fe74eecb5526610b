package dev.escala.rootcause.process;

import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.clock.NextCommunication;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.rootcause.RootCauseAnalyses;
import dev.escala.rootcause.RootCauseAnalysis;
import dev.escala.rootcause.RootCauseAnalysis.Verdict;

import org.springframework.stereotype.Component;

/** The customer's version is worded as the reviewer asks. */
@Component
class CorrectCustomerRca extends AnalysisTask {

	private static final String TEXT = "customerRcaText";

	private final RootCauseAnalyses analyses;

	CorrectCustomerRca(RootCauseAnalyses analyses, NextCommunication next) {
		super(RootCauseProcess.CORRECT, next);
		this.analyses = analyses;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.PROBLEM_COORDINATORS.groupId());
	}

	@Override
	public String why(TaskScope scope) {
		return "La revisión pidió cambios en el texto para el cliente, y lo corrigen los coordinadores del problema.";
	}

	@Override
	public Optional<Returned> returned(TaskScope scope) {
		return this.analyses.find(scope.caseNumber())
			.map(RootCauseAnalysis::review)
			.filter((review) -> review.verdict() == Verdict.CORRECT)
			.map((review) -> new Returned(review.reviewer(), review.note()));
	}

	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return this.analyses.find(scope.caseNumber())
			.map(RootCauseAnalysis::customerVersion)
			.map((version) -> Map.<String, Object>of(TEXT, version.text()))
			.orElse(Map.of());
	}

	@Override
	public void complete(CompletedTask task) {
		this.analyses.correct(task.caseNumber(), task.userId(), task.text(TEXT));
	}

}
