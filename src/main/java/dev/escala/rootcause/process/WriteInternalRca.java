package dev.escala.rootcause.process;

import java.util.Map;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.rootcause.ActionLines;
import dev.escala.rootcause.InternalAnalysis;
import dev.escala.rootcause.RootCauseAnalyses;
import dev.escala.rootcause.RootCauseAnalysis;

import org.springframework.stereotype.Component;

/** The problem coordinator writes the internal analysis, or writes it again (001-30). */
@Component
class WriteInternalRca implements UserTask {

	private final RootCauseAnalyses analyses;

	WriteInternalRca(RootCauseAnalyses analyses) {
		this.analyses = analyses;
	}

	@Override
	public String key() {
		return RootCauseProcess.WRITE;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.PROBLEM_COORDINATORS.groupId());
	}

	@Override
	public String why(TaskScope scope) {
		return "Los coordinadores del problema investigan la causa raíz y escriben el análisis interno.";
	}

	/** Who writes it again starts from what is there. */
	@Override
	public Map<String, Object> formData(TaskScope scope) {
		return this.analyses.find(scope.caseNumber())
			.map(RootCauseAnalysis::internal)
			.map(WriteInternalRca::written)
			.orElse(Map.of());
	}

	@Override
	public void complete(CompletedTask task) {
		this.analyses.write(task.caseNumber(), task.userId(), task.text("rcaSummary"), task.lines("rcaCauses"),
				task.lines(ActionLines.FIELD), task.text("rcaLessons"));
	}

	private static Map<String, Object> written(InternalAnalysis analysis) {
		return Map.of("rcaSummary", analysis.summary(), "rcaCauses", String.join("\n", analysis.causes()),
				ActionLines.FIELD, ActionLines.write(analysis.actions()), "rcaLessons", analysis.lessons());
	}

}
