package dev.escala.architecture;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;

/** Ways along which one part of the code knows another, however far. */
final class Paths {

	private Paths() {
	}

	/**
	 * The module of the class, which is a package directly below the parent, does not
	 * reach another module, not even through a third: what one class of a module knows
	 * counts for all.
	 */
	static ArchCondition<JavaClass> notReachModule(String parent, String target) {
		Map<String, Optional<String>> found = new HashMap<>();
		return condition("not reach " + target + ", not even through another module",
				(type) -> found.computeIfAbsent(module(parent, type.getPackageName()),
						(module) -> way(module(parent, type.getPackage(), module).orElseThrow(), JavaPackage::getName,
								(one) -> neighbours(parent, one), target)));
	}

	/**
	 * The class itself does not reach a package, not even through another class.
	 */
	static ArchCondition<JavaClass> notReachPackage(String target) {
		return condition("not reach " + target + ", not even through another class",
				(type) -> way(type, JavaClass::getName,
						(one) -> one.getDirectDependenciesFromSelf()
							.stream()
							.map(Dependency::getTargetClass)
							.map(JavaClass::getBaseComponentType)
							.filter((known) -> known.getPackageName().startsWith("dev.escala")),
						target));
	}

	private static ArchCondition<JavaClass> condition(String description, Function<JavaClass, Optional<String>> way) {
		return new ArchCondition<>(description) {
			@Override
			public void check(JavaClass type, ConditionEvents events) {
				Optional<String> found = way.apply(type);
				events.add(new SimpleConditionEvent(type, found.isEmpty(),
						type.getSimpleName() + ": " + found.orElse("no way")));
			}
		};
	}

	private static Stream<JavaPackage> neighbours(String parent, JavaPackage module) {
		return module.getClassDependenciesFromThisPackageTree()
			.stream()
			.map(Dependency::getTargetClass)
			.map(JavaClass::getBaseComponentType)
			.filter((type) -> type.getPackageName().startsWith(parent + "."))
			.flatMap((type) -> module(parent, type.getPackage(), module(parent, type.getPackageName())).stream());
	}

	private static String module(String parent, String name) {
		String rest = name.substring(parent.length() + 1);
		return parent + "." + rest.replaceFirst("\\..*", "");
	}

	private static Optional<JavaPackage> module(String parent, JavaPackage inside, String name) {
		Optional<JavaPackage> module = Optional.of(inside);
		while (module.isPresent() && !module.get().getName().equals(name)) {
			module = module.get().getParent();
		}
		return module;
	}

	/** The shortest way to what lies in the target, told by its stations. */
	private static <T> Optional<String> way(T start, Function<T, String> name, Function<T, Stream<T>> neighbours,
			String target) {
		Map<String, String> ways = new LinkedHashMap<>(Map.of(name.apply(start), name.apply(start)));
		Deque<T> next = new ArrayDeque<>();
		next.add(start);
		while (!next.isEmpty()) {
			T here = next.remove();
			String way = ways.get(name.apply(here));
			if (name.apply(here).equals(target) || name.apply(here).startsWith(target + ".")) {
				return Optional.of(way);
			}
			neighbours.apply(here).forEach((there) -> {
				if (ways.putIfAbsent(name.apply(there), way + " -> " + name.apply(there)) == null) {
					next.add(there);
				}
			});
		}
		return Optional.empty();
	}

}
