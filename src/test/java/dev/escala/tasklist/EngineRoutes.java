package dev.escala.tasklist;

import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Stream;

import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.camunda.bpm.engine.rest.dto.CamundaQueryParam;
import org.camunda.bpm.engine.rest.impl.DefaultProcessEngineRestServiceImpl;

/** Every route of Camunda's REST API, read from its interfaces. */
final class EngineRoutes {

	private final Map<String, Route> routes = new LinkedHashMap<>();

	private EngineRoutes() {
	}

	/** All of them, always in the same order. */
	static List<Route> all() {
		EngineRoutes found = new EngineRoutes();
		found.walk(DefaultProcessEngineRestServiceImpl.class, "", 0);
		return found.routes.values()
			.stream()
			.sorted(Comparator.comparing((Route route) -> route.path() + " " + route.method()))
			.toList();
	}

	private void walk(Class<?> resource, String prefix, int depth) {
		for (Method method : resource.getMethods()) {
			Path path = method.getAnnotation(Path.class);
			String address = (path == null) ? prefix : join(prefix, path.value());
			String verb = verb(method);
			if (verb != null) {
				Route route = route(resource, verb, address, method);
				this.routes.putIfAbsent(verb + " " + address, route);
			}
			else if (path != null && depth < 5) {
				walk(method.getReturnType(), address, depth + 1);
			}
		}
	}

	private static String verb(Method method) {
		return Stream.of(method.getAnnotations())
			.map((annotation) -> annotation.annotationType().getAnnotation(HttpMethod.class))
			.filter((verb) -> verb != null)
			.map(HttpMethod::value)
			.findFirst()
			.orElse(null);
	}

	private static Route route(Class<?> resource, String verb, String address, Method method) {
		TreeSet<String> query = new TreeSet<>();
		Type body = null;
		for (Parameter parameter : method.getParameters()) {
			QueryParam named = parameter.getAnnotation(QueryParam.class);
			if (named != null) {
				query.add(named.value());
			}
			else if (!isInjected(parameter)) {
				body = parameter.getParameterizedType();
			}
		}
		if (verb.equals("GET")) {
			query.addAll(queryOf(resource));
		}
		return new Route(verb, address.replaceAll("\\{\\s*(\\w+)\\s*:[^}]*\\}", "{$1}"), List.copyOf(query), body);
	}

	/** The parameters of a list are those of the query that is also taken as a body. */
	private static List<String> queryOf(Class<?> resource) {
		List<String> names = new ArrayList<>(List.of("firstResult", "maxResults", "sortBy", "sortOrder"));
		for (Method method : resource.getMethods()) {
			for (Parameter parameter : method.getParameters()) {
				for (Method setter : parameter.getType().getMethods()) {
					CamundaQueryParam named = setter.getAnnotation(CamundaQueryParam.class);
					if (named != null) {
						names.add(named.value());
					}
				}
			}
		}
		return names;
	}

	private static boolean isInjected(Parameter parameter) {
		return Stream.of(parameter.getAnnotations())
			.map(Annotation::annotationType)
			.anyMatch((type) -> type.getPackageName().startsWith("jakarta.ws.rs"));
	}

	private static String join(String prefix, String path) {
		return (prefix + "/" + path).replaceAll("/+", "/").replaceAll("/$", "");
	}

	/**
	 * One route.
	 *
	 * @param method the verb
	 * @param path below the door, with {@code {names}}
	 * @param query the names of query parameters
	 * @param body the type of the body, or {@code null}
	 */
	record Route(String method, String path, List<String> query, Type body) {
	}

}
