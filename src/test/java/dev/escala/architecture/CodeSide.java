package dev.escala.architecture;

import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import dev.escala.clock.CarrierClocks;
import dev.escala.engine.UserTask;
import dev.escala.engine.UserTasks;
import dev.escala.escalation.process.EscalationClocks;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.aop.support.AopUtils;
import org.springframework.context.ApplicationContext;

/**
 * Everything that the code says to the models.
 *
 * @param userTasks the beans for user tasks
 * @param delegates beans that do the work of a task
 * @param listeners beans that listen to an execution
 * @param methods what expressions may ask, as {@code bean.method}
 * @param variables constants of the classes that stand for a process
 * @param ownVariables those that the code asks for itself, so that no model has to
 * @param elements ids of a model that the code knows
 * @param timers the clock that arms each timer
 * @param decisions tables that the code evaluates
 */
record CodeSide(Set<String> processes, List<Reader> userTasks, Set<String> delegates, Map<String, Reader> listeners,
		Set<String> methods, Set<String> variables, Set<String> ownVariables, Set<String> elements,
		Set<String> messages, Set<String> errors, Map<String, String> timers, Set<String> decisions) {

	private static final Path SOURCES = Path.of("src", "main", "java");

	private static final Pattern FIELD = Pattern
		.compile("\\b(?:task|form)\\.(text|number|flag|lines|choices)\\(\\s*(?:\"(\\w+)\"|([A-Za-z_.]+))\\s*\\)");

	/** Asks for a variable by its name, or by the constant that is called like it. */
	private static final Pattern READ = Pattern
		.compile("(?:getVariable\\(|scope\\.(?:number|text)\\(|required\\(execution,)\\s*\"?([\\w.]+)");

	private static final Pattern ELEMENT = Pattern.compile("(?:userTask|event|subProcess)_\\w+");

	private static final Pattern DECIDE = Pattern
		.compile("\\.(?:decide(?:IfAny)?\\(\\s*[\\w.()]+,|(?:consider|evaluate)\\()\\s*\"(\\w+)\"");

	/**
	 * Who reads a form.
	 *
	 * @param key the task's id, or the bean's name
	 * @param fields the fields that it reads
	 * @param texts every text in its source
	 * @param answers whether it answers the gateway behind it
	 * @param several whether models draw it several times
	 */
	record Reader(String key, Set<String> fields, Set<String> texts, boolean answers, boolean several) {

		/** Whether it reads what a task with that id in a model shows. */
		boolean serves(String id) {
			return this.key.equals(id) || this.several && UserTasks.isOneOf(id, this.key);
		}

	}

	/** What only cases call that began with an older model. */
	private static final Set<String> RETIRED = Set.of("sharePlan");

	static CodeSide empty() {
		return new CodeSide(new TreeSet<>(), new ArrayList<>(), new TreeSet<>(), new TreeMap<>(), new TreeSet<>(),
				new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeSet<>(), new TreeMap<>(),
				new TreeSet<>());
	}

	static CodeSide read(ApplicationContext context) throws Exception {
		CodeSide side = empty();
		for (UserTask task : context.getBeansOfType(UserTask.class).values()) {
			side.userTasks.add(reader(task.key(), AopUtils.getTargetClass(task), task.isDrawnSeveralTimes()));
		}
		side.delegates.addAll(context.getBeansOfType(JavaDelegate.class).keySet());
		side.delegates.removeAll(RETIRED);
		for (var listener : context.getBeansOfType(ExecutionListener.class).entrySet()) {
			side.listeners.put(listener.getKey(),
					reader(listener.getKey(), AopUtils.getTargetClass(listener.getValue())));
		}
		for (String bean : List.of("actionTimers", "assignment", "deadlines", "observationTimers", "promiseTimers",
				"requestTimers", "complaintTimers", "callBackTimers", "pursuitTimers", "coachingTimers",
				"followUpTimers", "ideaTimers", "retentionTimers")) {
			Stream.of(AopUtils.getTargetClass(context.getBean(bean)).getMethods())
				.forEach((method) -> side.methods.add(bean + "." + method.getName()));
		}
		Map<String, String> constants = new TreeMap<>();
		for (JavaClass process : Application.CLASSES) {
			if (process.getSimpleName().matches("\\w+(Process|Variables)") && !process.isInterface()) {
				side.addConstants(process.reflect(), constants);
			}
		}
		CarrierClocks carrier = EscalationClocks.customerEscalationClocks();
		carrier.warnings().forEach((event, clock) -> side.timers.put(event, clock.name()));
		carrier.dues().forEach((event, clock) -> side.timers.put(event, clock.name()));
		try (Stream<Path> files = Files.walk(SOURCES)) {
			for (Path file : files.filter((path) -> path.toString().endsWith(".java")).toList()) {
				side.addSource(Files.readString(file), constants);
			}
		}
		return side;
	}

	private void addSource(String source, Map<String, String> constants) {
		DECIDE.matcher(source).results().forEach((decision) -> this.decisions.add(decision.group(1)));
		READ.matcher(source)
			.results()
			.forEach((read) -> this.ownVariables.add(constants.getOrDefault(read.group(1), read.group(1))));
	}

	/** Reads from the source of a class which fields of its form it asks for. */
	static Reader reader(String key, Class<?> type) throws Exception {
		return reader(key, type, false);
	}

	private static Reader reader(String key, Class<?> type, boolean several) throws Exception {
		Path source = Stream.of(SOURCES, Path.of("src", "test", "java"))
			.map((root) -> root.resolve(type.getName().replace('.', '/') + ".java"))
			.filter(Files::exists)
			.findFirst()
			.orElseThrow();
		String text = Files.readString(source);
		Set<String> texts = new TreeSet<>();
		Pattern.compile("\"([^\"]*)\"").matcher(text).results().forEach((found) -> texts.add(found.group(1)));
		return new Reader(key, readings(type, text).keySet(), texts, text.contains("task.answer("), several);
	}

	/** How a class reads each field of its form: the method that it calls. */
	static Map<String, String> readings(Class<?> type) throws Exception {
		return readings(type, Files.readString(SOURCES.resolve(type.getName().replace('.', '/') + ".java")));
	}

	private static Map<String, String> readings(Class<?> type, String text) throws Exception {
		Map<String, String> readings = new TreeMap<>();
		Matcher matcher = FIELD.matcher(text);
		while (matcher.find()) {
			readings.put((matcher.group(2) != null) ? matcher.group(2) : constant(type, text, matcher.group(3)),
					matcher.group(1));
		}
		return readings;
	}

	/** The value of {@code NAME} or {@code Type.NAME} as the source means it. */
	private static String constant(Class<?> type, String source, String name) throws Exception {
		Class<?> owner = type;
		int dot = name.indexOf('.');
		if (dot > 0) {
			Matcher imported = Pattern.compile("import ([\\w.]+\\." + name.substring(0, dot) + ");").matcher(source);
			owner = Class
				.forName(imported.find() ? imported.group(1) : type.getPackageName() + "." + name.substring(0, dot));
		}
		return text(owner.getDeclaredField(name.substring(dot + 1)));
	}

	private void addConstants(Class<?> process, Map<String, String> constants) throws Exception {
		for (Field field : process.getDeclaredFields()) {
			if (field.getType() == String.class) {
				constants.put(process.getSimpleName() + "." + field.getName(), text(field));
				Set<String> kind = field.getName().equals("KEY") ? this.processes
						: field.getName().startsWith("MESSAGE_") ? this.messages
								: field.getName().startsWith("ERROR_") ? this.errors : this.variables;
				(ELEMENT.matcher(text(field)).matches() ? this.elements : kind).add(text(field));
			}
		}
	}

	private static String text(Field field) throws Exception {
		field.setAccessible(true);
		return (String) field.get(null);
	}

}
