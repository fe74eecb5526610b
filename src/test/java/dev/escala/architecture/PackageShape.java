package dev.escala.architecture;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

/**
 * How packages hang together: how large they are, and whether some depend on each other
 * in a circle. A package and those inside it are one house: it may use its rooms, and
 * they what it shows to everybody.
 */
final class PackageShape {

	private final Map<String, Set<String>> classes = new TreeMap<>();

	private final Map<String, Map<String, Set<String>>> uses = new TreeMap<>();

	private PackageShape() {
	}

	/** Reads the classes below a package. */
	static PackageShape of(JavaClasses classes, String root) {
		PackageShape shape = new PackageShape();
		for (JavaClass one : classes) {
			if (!one.getPackageName().startsWith(root) || one.getSimpleName().equals("package-info")) {
				continue;
			}
			shape.classes.computeIfAbsent(one.getPackageName(), (name) -> new TreeSet<>())
				.add(outermost(one).getName());
			one.getDirectDependenciesFromSelf()
				.stream()
				.map((dependency) -> dependency.getTargetClass().getBaseComponentType())
				.filter((target) -> target.getPackageName().startsWith(root))
				.forEach((target) -> shape.add(one, target));
		}
		return shape;
	}

	private void add(JavaClass from, JavaClass to) {
		List<String> one = List.of(from.getPackageName().split("\\."));
		List<String> other = List.of(to.getPackageName().split("\\."));
		int common = 0;
		while (common < Math.min(one.size(), other.size()) && one.get(common).equals(other.get(common))) {
			common++;
		}
		if (common == one.size() || common == other.size()) {
			return;
		}
		// Two that stand side by side in the same house, each with all that is in it.
		String left = String.join(".", one.subList(0, common + 1));
		String right = String.join(".", other.subList(0, common + 1));
		this.uses.computeIfAbsent(left, (name) -> new TreeMap<>())
			.computeIfAbsent(right, (name) -> new TreeSet<>())
			.add(outermost(from).getSimpleName() + " → " + outermost(to).getSimpleName());
	}

	private static JavaClass outermost(JavaClass one) {
		return one.getEnclosingClass().map(PackageShape::outermost).orElse(one);
	}

	/** The packages with more classes than that, each with its number. */
	Map<String, Integer> largerThan(int most) {
		Map<String, Integer> large = new TreeMap<>();
		this.classes.forEach((name, in) -> {
			if (in.size() > most) {
				large.put(name, in.size());
			}
		});
		return large;
	}

	/** The number of classes in the largest package. */
	int largest() {
		return this.classes.values().stream().mapToInt(Collection::size).max().orElse(0);
	}

	/**
	 * The circles of packages that stand side by side, each as what leads from one to the
	 * next and back.
	 */
	List<String> cycles() {
		List<String> cycles = new ArrayList<>();
		Set<String> told = new TreeSet<>();
		for (String start : this.uses.keySet()) {
			List<String> way = way(start, start, new LinkedHashSet<>());
			if (!way.isEmpty() && told.add(String.join(" ", new TreeSet<>(way)))) {
				cycles.add(String.join("; ", steps(way)));
			}
		}
		return cycles;
	}

	private List<String> way(String from, String goal, Set<String> seen) {
		for (String next : this.uses.getOrDefault(from, Map.of()).keySet()) {
			if (next.equals(goal)) {
				return List.of(from, next);
			}
			if (seen.add(next)) {
				List<String> further = way(next, goal, seen);
				if (!further.isEmpty()) {
					List<String> way = new ArrayList<>(List.of(from));
					way.addAll(further);
					return way;
				}
			}
		}
		return List.of();
	}

	private List<String> steps(List<String> way) {
		List<String> steps = new ArrayList<>();
		for (int i = 0; i + 1 < way.size(); i++) {
			steps.add(way.get(i) + " → " + way.get(i + 1) + " "
					+ this.uses.get(way.get(i)).get(way.get(i + 1)).stream().limit(3).toList());
		}
		return steps;
	}

}
