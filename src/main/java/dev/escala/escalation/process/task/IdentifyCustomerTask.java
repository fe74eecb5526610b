package dev.escala.escalation.process.task;

import java.util.List;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.card.WhyYou;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.ClockedTask;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.course.CaseFile;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** The name that was typed fits no customer, or several: somebody says which is meant. */
@Component
class IdentifyCustomerTask extends ClockedTask {

	private final TaskFacts facts;

	private final CaseFile file;

	IdentifyCustomerTask(TaskFacts facts, CaseFile file) {
		super("userTask_identifyCustomer", ServiceClock.ACKNOWLEDGEMENT, facts.clocks());
		this.facts = facts;
		this.file = file;
	}

	@Override
	public Set<String> candidateGroups(TaskScope scope) {
		return Set.of(Role.AGENTS.groupId(), Role.SUPERVISORS.groupId());
	}

	@Override
	public String why(TaskScope scope) {
		return WhyYou.roles(List.of(Role.AGENTS, Role.SUPERVISORS),
				"con lo que se escribió no se sabe de qué cliente se trata.");
	}

	@Override
	public void complete(CompletedTask task) {
		String code = task.text("newCustomerCode");
		String name = task.text("newCustomerName");
		String email = task.text("newCustomerEmail");
		String known = task.text("customer");
		if (known != null && (code != null || name != null)) {
			throw new InvalidInputException("customer",
					"Escriba un cliente conocido o los datos de uno nuevo, no ambos.");
		}
		if (code != null || name != null) {
			this.file.identifyNewCustomer(task.caseNumber(), task.userId(), code, name, email);
		}
		else if (known != null) {
			this.file.identifyCustomer(task.caseNumber(), task.userId(), known);
		}
		else {
			throw new InvalidInputException("customer", "Escriba el código o el nombre del cliente.");
		}
	}

}
