package dev.escala.rootcause.process;

import java.util.Set;

import dev.escala.access.Role;
import dev.escala.clock.NextCommunication;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.rootcause.RootCauseAnalyses;

import org.springframework.stereotype.Component;

/** The executive shares the analysis with the customer (001-32). */
@Component
class ShareRca extends AnalysisTask {

	private final RootCauseAnalyses analyses;

	ShareRca(RootCauseAnalyses analyses, NextCommunication next) {
		super(RootCauseProcess.SHARE, next);
		this.analyses = analyses;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.EXECUTIVES.groupId());
	}

	@Override
	public String why(TaskScope scope) {
		return "El ejecutivo de participación del cliente es quien comparte el RCA final con el cliente.";
	}

	@Override
	public void complete(CompletedTask task) {
		this.analyses.release(task.caseNumber(), task.userId(), task.text("shareNote"));
	}

}
