package dev.escala.escalation.process.task;

import java.util.List;
import java.util.Set;

import dev.escala.access.Role;
import dev.escala.card.WhyYou;
import dev.escala.clock.ServiceClock;
import dev.escala.clock.task.ClockedTask;
import dev.escala.engine.CompletedTask;
import dev.escala.engine.TaskScope;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.course.CaseFile;
import dev.escala.validation.Fields;

import org.springframework.stereotype.Component;

/** A major escalation needs its details (001-12 to 001-18). */
@Component
class CompleteDetailsTask extends ClockedTask {

	private final TaskFacts facts;

	private final CaseFile file;

	CompleteDetailsTask(TaskFacts facts, CaseFile file) {
		super("userTask_completeDetails", ServiceClock.ACKNOWLEDGEMENT, facts.clocks());
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
				"un escalamiento mayor necesita todos los detalles.");
	}

	@Override
	public void complete(CompletedTask task) {
		List<String> customers = task.lines("affectedCustomers");
		List<String> services = task.lines("affectedServices");
		List<String> contacts = task.lines("contacts");
		Fields fields = new Fields();
		require(fields, "affectedCustomers", "los clientes afectados", customers);
		require(fields, "affectedServices", "los servicios afectados", services);
		require(fields, "contacts", "los contactos", contacts);
		fields.done();
		add(task, CaseDetail.Kind.AFFECTED_CUSTOMER, customers);
		add(task, CaseDetail.Kind.AFFECTED_SERVICE, services);
		add(task, CaseDetail.Kind.CONTACT, contacts);
		add(task, CaseDetail.Kind.LINKED_RECORD, task.lines("linkedRecords"));
		add(task, CaseDetail.Kind.PROBLEM_RECORD, task.lines("problemRecords"));
		add(task, CaseDetail.Kind.OTHER, task.lines("otherDetails"));
	}

	private static void require(Fields fields, String field, String label, List<String> lines) {
		if (lines.isEmpty()) {
			fields.refuse(field, "Un escalamiento mayor necesita " + label + ", uno por línea.");
		}
	}

	private void add(CompletedTask task, CaseDetail.Kind kind, List<String> lines) {
		this.file.addDetails(task.caseNumber(), task.userId(), kind, lines);
	}

}
