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

	UserTasks(List<UserTask> tasks) {
		this.byKey = tasks.stream().collect(Collectors.toUnmodifiableMap(UserTask::key, Function.identity()));
	}

	/** What is known of a task, or empty for one that only its model describes. */
	public Optional<UserTask> find(String key) {
		return Optional.ofNullable(this.byKey.get(key));
	}

}
