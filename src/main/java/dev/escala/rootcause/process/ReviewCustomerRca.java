package dev.escala.rootcause.process;

import java.util.Set;

import dev.escala.access.Role;
import dev.escala.clock.NextCommunication;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.reference.UserId;
import dev.escala.rootcause.RootCauseAnalyses;
import dev.escala.rootcause.RootCauseAnalysis.Verdict;

import org.springframework.stereotype.Component;

/** Somebody who did not write it reads the customer's version (004-64). */
@Component
class ReviewCustomerRca extends AnalysisTask {

	private final RootCauseAnalyses analyses;

	ReviewCustomerRca(RootCauseAnalyses analyses, NextCommunication next) {
		super(RootCauseProcess.REVIEW, next);
		this.analyses = analyses;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.ARCHITECTS.groupId(), Role.PROBLEM_COORDINATORS.groupId(), Role.MANAGERS.groupId());
	}

	/** Lists do not offer it to whoever would be refused in the end. */
	@Override
	public boolean isRefusedTo(TaskScope scope, UserId userId) {
		return this.analyses.find(scope.caseNumber()).filter((rca) -> rca.isWrittenBy(userId)).isPresent();
	}

	@Override
	public String why(TaskScope scope) {
		return "Lo que lee el cliente lo revisa siempre alguien distinto de quien lo escribió.";
	}

	@Override
	public void complete(CompletedTask task) {
		Verdict verdict = Verdict.of(task.text("rcaReview"));
		this.analyses.review(task.caseNumber(), verdict, task.userId(), task.text("reviewNote"));
		task.answer(verdict.code());
	}

}
