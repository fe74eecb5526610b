package dev.escala.access.table;

import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;

import org.springframework.util.ClassUtils;

/**
 * The routes of a JAX-RS application as {@code METHOD /path/{variable}}, read from the
 * annotations of its resource classes, with every locator followed to what it returns.
 */
final class JaxRsRoutes {

	private final Set<String> routes = new TreeSet<>();

	private final Deque<Class<?>> onTheWay = new ArrayDeque<>();

	private JaxRsRoutes() {
	}

	/**
	 * Reads all routes.
	 * @param classes resource classes and others, which are left out
	 */
	static Set<String> of(Set<Class<?>> classes) {
		JaxRsRoutes walk = new JaxRsRoutes();
		for (Class<?> type : classes) {
			pathOf(type).ifPresent((path) -> walk.follow(type, join("", path)));
		}
		return walk.routes;
	}

	private void follow(Class<?> type, String base) {
		if (this.onTheWay.contains(type)) {
			throw new IllegalStateException("A locator leads back to " + type + " at " + base);
		}
		this.onTheWay.push(type);
		int before = this.routes.size();
		for (Method method : type.getMethods()) {
			Set<Method> declared = declarations(method);
			Optional<Path> path = declared.stream().flatMap((one) -> annotation(one, Path.class)).findFirst();
			Set<String> verbs = verbs(declared);
			String here = path.map((one) -> join(base, one.value())).orElse(base);
			verbs.forEach((verb) -> this.routes.add(verb + " " + (here.isEmpty() ? "/" : here)));
			if (verbs.isEmpty() && path.isPresent()) {
				follow(method.getReturnType(), here);
			}
		}
		if (before == this.routes.size() && !base.isEmpty()) {
			throw new IllegalStateException("Nothing answers behind the locator at " + base + ": " + type);
		}
		this.onTheWay.pop();
	}

	/** The method and all that it overrides or implements. */
	private static Set<Method> declarations(Method method) {
		Set<Method> found = new LinkedHashSet<>();
		found.add(method);
		Stream
			.concat(supertypes(method.getDeclaringClass()).stream(),
					ClassUtils.getAllInterfacesForClassAsSet(method.getDeclaringClass()).stream())
			.forEach((type) -> Stream.of(type.getMethods())
				.filter((other) -> other.getName().equals(method.getName())
						&& java.util.Arrays.equals(other.getParameterTypes(), method.getParameterTypes()))
				.forEach(found::add));
		return found;
	}

	private static Set<String> verbs(Set<Method> declared) {
		Set<String> verbs = new LinkedHashSet<>();
		for (Method method : declared) {
			Stream.of(method.getAnnotations())
				.flatMap((one) -> annotation(one.annotationType(), HttpMethod.class))
				.forEach((verb) -> verbs.add(verb.value()));
		}
		return verbs;
	}

	private static Optional<String> pathOf(Class<?> type) {
		return Stream
			.concat(Stream.concat(Stream.of(type), supertypes(type).stream()),
					ClassUtils.getAllInterfacesForClassAsSet(type).stream())
			.flatMap((one) -> annotation(one, Path.class))
			.map(Path::value)
			.findFirst();
	}

	private static Set<Class<?>> supertypes(Class<?> type) {
		Set<Class<?>> found = new LinkedHashSet<>();
		for (Class<?> one = type.getSuperclass(); one != null && one != Object.class; one = one.getSuperclass()) {
			found.add(one);
		}
		return found;
	}

	private static <A extends java.lang.annotation.Annotation> Stream<A> annotation(AnnotatedElement element,
			Class<A> type) {
		return Stream.ofNullable(element.getAnnotation(type));
	}

	/** A variable's pattern says how it is cut out, not who may ask for it. */
	private static String join(String base, String path) {
		String joined = base + (path.startsWith("/") ? path : "/" + path);
		joined = joined.replaceAll("\\{\\s*([A-Za-z_-]+)\\s*:\\s*(?:[^{}]|\\{[^{}]*})*}", "{$1}");
		return joined.endsWith("/") ? joined.substring(0, joined.length() - 1) : joined;
	}

}
