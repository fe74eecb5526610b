package dev.escala.monitoring.process;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import dev.escala.access.Staff;
import dev.escala.engine.AsSystem;
import dev.escala.engine.StuckWorkRepository;
import dev.escala.engine.StuckWorkRepository.Tasks;
import dev.escala.monitoring.SelfCheck;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

import org.springframework.stereotype.Component;

/**
 * Finds open tasks that are in nobody's list. One finding for each reason, such as a
 * group without members, however many tasks it hides.
 */
@Component
class UnseenTasks implements SelfCheck {

	/** So many reasons at most for each of the two ways to be unseen. */
	private static final int MOST = 100;

	private static final int USERS_AT_ONCE = 500;

	/** The id of a group may hold a comma: two groups in one cell of a table do. */
	private static final String BEFORE_NEXT = ",(?=group:|user:)";

	private final StuckWorkRepository work;

	private final IdentityService identity;

	private final AsSystem asSystem;

	private final Staff staff;

	UnseenTasks(StuckWorkRepository work, IdentityService identity, AsSystem asSystem, Staff staff) {
		this.work = work;
		this.identity = identity;
		this.asSystem = asSystem;
		this.staff = staff;
	}

	@Override
	public String kind() {
		return "unseen-tasks";
	}

	@Override
	public String description() {
		return "Tareas que nadie ve en su lista";
	}

	@Override
	public List<Trouble> find() {
		List<Trouble> troubles = new ArrayList<>(ofPeopleWhoAreGone());
		troubles.addAll(ofNobody());
		return troubles;
	}

	private List<Trouble> ofPeopleWhoAreGone() {
		Set<String> gone = new HashSet<>(this.work.assignees());
		gone.removeAll(existing(gone));
		if (gone.isEmpty()) {
			return List.of();
		}
		List<Tasks> all = this.work.assignedTo(gone, MOST + 1);
		List<Trouble> troubles = named(all, (tasks) -> new Trouble("user:" + tasks.reason(),
				tasks(tasks) + " de «" + tasks.reason() + "», que ya no existe en Escala ("
						+ EngineWords.cases(tasks.cases(), tasks.caseCount()) + "). "
						+ "Asígnelas a otra persona: en Tasklist, la supervisión puede cambiar al responsable."));
		if (all.size() > MOST) {
			troubles.add(new Trouble("many-users", "Tienen tareas más de " + MOST
					+ " personas que ya no existen en Escala; aquí se nombran " + MOST
					+ ". Suele haber una sola causa (una baja en bloque, otro directorio): avise a administración ahora."));
		}
		return troubles;
	}

	private List<Trouble> ofNobody() {
		Set<String> users = new HashSet<>(this.work.candidateUsers());
		List<Tasks> all = this.work.outOfReachOf(groupsWithMembers(), existing(users), MOST + 1);
		List<Trouble> troubles = named(all,
				(tasks) -> new Trouble(tasks.reason(), tasks(tasks) + " sin responsable y " + whoMay(tasks) + " ("
						+ EngineWords.cases(tasks.cases(), tasks.caseCount()) + "). "
						+ "Asígnelas a una persona en Tasklist, y pida a administración que corrija los grupos."));
		if (all.size() > MOST) {
			troubles.add(new Trouble("many-groups", "Hay tareas que nadie puede tomar por más de " + MOST
					+ " motivos distintos; aquí se nombran " + MOST
					+ ". Suele haber una sola causa (grupos vaciados, otro directorio): avise a administración ahora."));
		}
		return troubles;
	}

	private static List<Trouble> named(List<Tasks> all, Function<Tasks, Trouble> trouble) {
		return new ArrayList<>(all.stream().limit(MOST).map(trouble).toList());
	}

	private static String tasks(Tasks tasks) {
		String example = (tasks.name() == null) ? "" : " («" + tasks.name() + "»)";
		return (tasks.count() == 1) ? "Hay una tarea" + example
				: "Hay " + tasks.count() + " tareas" + example.replace("(", "(por ejemplo ");
	}

	/** Of a person who is gone only the user id is left. */
	private String whoMay(Tasks tasks) {
		if (tasks.reason().startsWith("step:")) {
			return "sin ningún grupo que pueda tomarlas";
		}
		return "solo las podría tomar " + Arrays.stream(tasks.reason().split(BEFORE_NEXT))
			.map((who) -> who.startsWith("group:") ? group(who.substring("group:".length()))
					: "la persona con el usuario «" + who.substring("user:".length()) + "», que ya no existe")
			.collect(Collectors.joining(" o "));
	}

	private String group(String id) {
		return this.staff.findGroup(id)
			.map((name) -> "el grupo «" + name + "», que no tiene miembros")
			.orElseGet(() -> "el grupo «" + id + "», que no existe");
	}

	private List<String> groupsWithMembers() {
		return this.work.candidateGroups()
			.stream()
			.filter((group) -> this.asSystem
				.call(() -> this.identity.createUserQuery().memberOfGroup(group).count()) > 0)
			.toList();
	}

	/** Asks the identity service, which need not be the engine's own tables. */
	private Set<String> existing(Set<String> userIds) {
		List<String> ids = List.copyOf(userIds);
		Set<String> existing = new HashSet<>();
		for (int from = 0; from < ids.size(); from += USERS_AT_ONCE) {
			String[] part = ids.subList(from, Math.min(from + USERS_AT_ONCE, ids.size())).toArray(String[]::new);
			this.asSystem.call(() -> this.identity.createUserQuery().userIdIn(part).listPage(0, part.length))
				.stream()
				.map(User::getId)
				.forEach(existing::add);
		}
		return existing;
	}

}
