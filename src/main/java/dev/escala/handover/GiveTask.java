package dev.escala.handover;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.access.Staff;
import dev.escala.reference.UserId;
import dev.escala.staffing.Availability;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A superior gives a task to somebody else (001-33): to a member of a group that may do
 * it, who is neither absent nor off duty; or puts it back into the queue. The reason
 * stands in the history of the case.
 */
@Service
public class GiveTask {

	private static final int LONGEST_REASON = 500;

	private static final Role[] SUPERIORS = { Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS };

	private final TaskDesk desk;

	private final Staff staff;

	private final Availability availability;

	private final Timeline timeline;

	private final CurrentUser user;

	GiveTask(TaskDesk desk, Staff staff, Availability availability, Timeline timeline, CurrentUser user) {
		this.desk = desk;
		this.staff = staff;
		this.availability = availability;
		this.timeline = timeline;
		this.user = user;
	}

	/**
	 * Who could be given the task now, by name; nobody where the person who asks may not
	 * give tasks.
	 */
	@Transactional(readOnly = true)
	public List<Staff.Person> candidates(String taskId) {
		if (!this.user.isIn(SUPERIORS)) {
			return List.of();
		}
		OpenTask task = find(taskId);
		return entitled(task).values()
			.stream()
			.filter((person) -> !person.id().equals(task.assignee()))
			.filter((person) -> this.availability.isAvailable(person.id()))
			.sorted(Comparator.comparing(Staff.Person::name))
			.toList();
	}

	/** Whether whoever asks may put the task back into the queue of its groups now. */
	@Transactional(readOnly = true)
	public boolean mayFree(String taskId) {
		return this.user.isIn(SUPERIORS) && find(taskId).assignee() != null;
	}

	/**
	 * Gives the task.
	 * @param person user id of who gets it, as somebody chose it
	 * @param reason why, in one line
	 * @throws dev.escala.validation.Refusal where that person cannot have it, or the one
	 * who acts may not give it
	 */
	@Transactional
	public void give(String taskId, String person, String reason) {
		UserId giver = giver();
		OpenTask task = find(taskId);
		Fields fields = new Fields();
		UserId wanted = new UserId(fields.requiredLine("person", "la persona", person, 64));
		String why = reason(fields, reason);
		if (!wanted.value().isEmpty()) {
			require(fields, task, wanted);
		}
		fields.done();
		if (wanted.equals(task.assignee())) {
			throw new ConflictException(this.staff.nameOf(wanted) + " ya tiene esta tarea.");
		}
		this.desk.assign(task, wanted);
		this.timeline.add(task.number(), giver, "Dio la tarea «" + task.name() + "» a " + this.staff.nameOf(wanted)
				+ before(task) + ". Motivo: " + why);
	}

	/**
	 * Puts the task back into the queue of its groups, where anybody of them takes it.
	 * @param reason why, in one line
	 * @throws dev.escala.validation.Refusal where nobody has it, or the one who acts may
	 * not take it from them
	 */
	@Transactional
	public void free(String taskId, String reason) {
		UserId giver = giver();
		OpenTask task = find(taskId);
		Fields fields = new Fields();
		String why = reason(fields, reason);
		fields.done();
		if (task.assignee() == null) {
			throw new ConflictException("Nadie tiene esta tarea: ya está en la cola.");
		}
		this.desk.assign(task, null);
		this.timeline.add(task.number(), giver,
				"Devolvió a la cola la tarea «" + task.name() + "»" + before(task) + ". Motivo: " + why);
	}

	private UserId giver() {
		return this.user.id()
			.filter((id) -> this.user.isIn(SUPERIORS))
			.orElseThrow(
					() -> new ForbiddenException("Solo Supervisión, Gerencia y Dirección dan tareas a otra persona."));
	}

	private static String reason(Fields fields, String reason) {
		return fields.requiredLine("reason", "el motivo", reason, LONGEST_REASON);
	}

	private void require(Fields fields, OpenTask task, UserId wanted) {
		if (!entitled(task).containsKey(wanted)) {
			fields.refuse("person", this.staff.nameOf(wanted) + " no puede hacer esta tarea" + whose(task) + ".");
		}
		else if (!this.availability.isAvailable(wanted)) {
			fields.refuse("person",
					this.staff.nameOf(wanted) + " no está ahora: tiene una ausencia o está fuera de su guardia.");
		}
	}

	private String whose(OpenTask task) {
		return task.groups().isEmpty() ? "" : ": es de "
				+ task.groups().stream().sorted().map(this.staff::groupName).collect(Collectors.joining(", "));
	}

	/** Those who may do the task, there or not, by user id. */
	private Map<UserId, Staff.Person> entitled(OpenTask task) {
		List<Staff.Person> people = new ArrayList<>();
		task.groups().forEach((group) -> people.addAll(this.staff.membersOf(group)));
		task.people().forEach((id) -> this.staff.find(id).ifPresent(people::add));
		Map<UserId, Staff.Person> byId = new LinkedHashMap<>();
		people.forEach((person) -> byId.put(person.id(), person));
		return byId;
	}

	private OpenTask find(String taskId) {
		return this.desk.find(taskId)
			.filter((task) -> task.number() != null)
			.orElseThrow(() -> new NotFoundException("Esa tarea no existe o ya está hecha."));
	}

	private String before(OpenTask task) {
		return (task.assignee() == null) ? "" : ", que tenía " + this.staff.nameOf(task.assignee());
	}

}
