package dev.escala.rootcause.process;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.engine.UserTask;
import dev.escala.rootcause.ActionLines;
import dev.escala.rootcause.RootCauseAnalyses;

import org.springframework.stereotype.Component;

/**
 * The problem coordinator writes the internal analysis and beside it what the customer
 * will read, or writes them again (001-30, 001-31).
 */
@Component
class WriteInternalRca implements UserTask {

	private static final Keys INTERNAL = new Keys("rcaSummary", "rcaCauses", "rcaActions", "rcaLessons");

	private static final Keys FOR_CUSTOMER = new Keys("customerRcaSummary", "customerRcaCauses", "customerRcaActions",
			"customerRcaLessons");

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
		return "Los coordinadores del problema investigan la causa raíz, escriben el análisis interno y, aparte, lo que "
				+ "leerá el cliente.";
	}

	/** Who writes it again starts from what is there. */
	@Override
	public Map<String, Object> formData(TaskScope scope) {
		Map<String, Object> data = new HashMap<>();
		this.analyses.find(scope.caseNumber()).ifPresent((rca) -> {
			Optional.ofNullable(rca.internal())
				.ifPresent((internal) -> INTERNAL.fill(data, internal.summary(), internal.causes(),
						ActionLines.write(internal.actions()), internal.lessons()));
			Optional.ofNullable(rca.account())
				.ifPresent((account) -> FOR_CUSTOMER.fill(data, account.summary(), account.causes(),
						ActionLines.writeForCustomer(account.actions()), account.lessons()));
		});
		return data;
	}

	@Override
	public void complete(CompletedTask task) {
		this.analyses.write(task.caseNumber(), task.userId(), INTERNAL.read(task), FOR_CUSTOMER.read(task));
	}

	/** The same four questions, for colleagues and for the customer. */
	private record Keys(String summary, String causes, String actions, String lessons) {

		void fill(Map<String, Object> data, String what, List<String> why, String done, String learned) {
			data.putAll(Map.of(this.summary, what, this.causes, String.join("\n", why), this.actions, done,
					this.lessons, learned));
		}

		RootCauseAnalyses.Written read(CompletedTask task) {
			return new RootCauseAnalyses.Written(task.text(this.summary), task.lines(this.causes),
					task.lines(this.actions), task.text(this.lessons));
		}

	}

}
