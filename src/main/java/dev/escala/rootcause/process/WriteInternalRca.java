package dev.escala.rootcause.process;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.clock.NextCommunication;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.rootcause.ActionLines;
import dev.escala.rootcause.CustomerAccount;
import dev.escala.rootcause.InternalAnalysis;
import dev.escala.rootcause.RootCauseAnalyses;
import dev.escala.rootcause.RootCauseAnalyses.Written;
import dev.escala.rootcause.RootCauseAnalysis;
import dev.escala.rootcause.RootCauseAnalysis.Verdict;

import org.springframework.stereotype.Component;

/**
 * The problem coordinator writes the internal analysis and beside it what the customer
 * will read, or writes them again (001-30, 001-31).
 */
@Component
class WriteInternalRca extends AnalysisTask {

	private final RootCauseAnalyses analyses;

	WriteInternalRca(RootCauseAnalyses analyses, NextCommunication next) {
		super(RootCauseProcess.WRITE, next);
		this.analyses = analyses;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.PROBLEM_COORDINATORS.groupId());
	}

	@Override
	public String why(TaskScope scope) {
		return "Los coordinadores del problema investigan la causa raíz, escriben el análisis interno y, aparte, lo que "
				+ "leerá el cliente.";
	}

	@Override
	public Optional<Returned> returned(TaskScope scope) {
		return this.analyses.find(scope.caseNumber())
			.map(RootCauseAnalysis::review)
			.filter((review) -> review.verdict() == Verdict.REDO)
			.map((review) -> new Returned(review.reviewer(), review.note()));
	}

	/** Who writes it again starts from what is there. */
	@Override
	public Map<String, Object> formData(TaskScope scope) {
		Map<String, Object> data = new HashMap<>();
		this.analyses.find(scope.caseNumber()).ifPresent((rca) -> {
			Optional.ofNullable(rca.internal()).map(WriteInternalRca::written).ifPresent(data::putAll);
			Optional.ofNullable(rca.account()).map(WriteInternalRca::written).ifPresent(data::putAll);
		});
		return data;
	}

	@Override
	public void complete(CompletedTask task) {
		this.analyses.write(task.caseNumber(), task.userId(),
				new Written(task.text("rcaSummary"), task.lines("rcaCauses"), task.lines("rcaActions"),
						task.text("rcaLessons")),
				new Written(task.text("customerRcaSummary"), task.lines("customerRcaCauses"),
						task.lines("customerRcaActions"), task.text("customerRcaLessons")));
	}

	private static Map<String, Object> written(InternalAnalysis analysis) {
		return Map.of("rcaSummary", analysis.summary(), "rcaCauses", String.join("\n", analysis.causes()), "rcaActions",
				ActionLines.write(analysis.actions()), "rcaLessons", analysis.lessons());
	}

	private static Map<String, Object> written(CustomerAccount account) {
		return Map.of("customerRcaSummary", account.summary(), "customerRcaCauses", String.join("\n", account.causes()),
				"customerRcaActions", ActionLines.writeForCustomer(account.actions()), "customerRcaLessons",
				account.lessons());
	}

}
