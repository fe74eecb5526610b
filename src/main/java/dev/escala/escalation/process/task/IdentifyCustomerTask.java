package dev.escala.escalation.process.task;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.UserTask;
import dev.escala.escalation.CaseFile;
import dev.escala.servicelevel.ServiceClock;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/** The name that was typed fits no customer, or several: somebody says which is meant. */
@Component
class IdentifyCustomerTask implements UserTask {

	private final TaskFacts facts;

	private final CaseFile file;

	IdentifyCustomerTask(TaskFacts facts, CaseFile file) {
		this.facts = facts;
		this.file = file;
	}

	@Override
	public String key() {
		return "userTask_identifyCustomer";
	}

	@Override
	public Set<String> candidateGroups(String caseNumber) {
		return Set.of(Role.AGENTS.groupId(), Role.SUPERVISORS.groupId());
	}

	@Override
	public Optional<Instant> dueAt(String caseNumber) {
		return this.facts.due(caseNumber, ServiceClock.ACKNOWLEDGEMENT);
	}

	@Override
	public String why(String caseNumber) {
		return this.facts.whyRole(Role.AGENTS, "con lo que se escribió no se sabe de qué cliente se trata.");
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
