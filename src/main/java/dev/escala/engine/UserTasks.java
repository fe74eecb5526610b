package dev.escala.engine;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.springframework.stereotype.Component;

/** The user tasks that Escala knows, by their id in the models. */
@Component
public class UserTasks {

	private final Map<String, UserTask> byKey;

	private final List<UserTask> several;

	UserTasks(List<UserTask> tasks) {
		this.byKey = tasks.stream().collect(Collectors.toUnmodifiableMap(UserTask::key, Function.identity()));
		this.several = tasks.stream().filter(UserTask::isDrawnSeveralTimes).toList();
	}

	/**
	 * What is known of a task by its id, or empty for one that only its model describes.
	 */
	public Optional<UserTask> find(String id) {
		return Optional.ofNullable(this.byKey.get(id))
			.or(() -> this.several.stream().filter((task) -> isOneOf(id, task.key())).findFirst());
	}

	/** Whether the id is that of a task that is drawn several times. */
	public static boolean isOneOf(String id, String key) {
		return id.length() > key.length() && id.startsWith(key) && Character.isUpperCase(id.charAt(key.length()));
	}

}
