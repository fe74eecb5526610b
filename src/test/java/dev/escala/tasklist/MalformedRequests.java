package dev.escala.tasklist;

import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.tasklist.EngineRoutes.Route;

/** Makes requests as clumsy programs and typing mistakes do; the same seed, the same. */
final class MalformedRequests {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\{([\\w-]+)\\}");

	private static final List<String> TEXTS = List.of("", "x", "-1", "0", "99999999999999999999", "%00", "2026-13-45",
			"2026-02-30T10:00:00.000+0100", "ayer", "true", "[]", "asc", "%C3%B1%20%22", "%FF", "null", "x".repeat(300),
			"x,y,,z", "a_eq_1", "a_xx_1,b", "%27", "%25");

	private static final List<String> VALUES = List.of("null", "\"x\"", "\"\"", "\"\\u0000\"", "-1", "0", "1e99",
			"12345678901234567890", "true", "[]", "{}", "[null]", "[{}]", "\"2026-02-30\"", "\"ayer\"", "{\"x\": null}",
			"{\"x\": {\"value\": 1, \"type\": \"Date\"}}", "{\"x\": {\"type\": \"Nada\"}}", "[\"x\", 1, null]",
			"\"" + "x".repeat(300) + "\"", "[{\"name\": \"x\", \"operator\": \"zz\", \"value\": {}}]", "\"\\ud800\"");

	private static final List<String> BODIES = List.of("", "null", "[]", "{", "\"x\"", "12", "{\"a\":", "<a/>", "{}",
			"[null]", "{\"variables\": []}", "\u0000", "{\"variables\": {\"x\": 1}}");

	private static final List<String> TYPES = List.of("text/plain", "multipart/form-data; boundary=x",
			"multipart/form-data", "application/xml", "x");

	private final Random random;

	private final List<Route> routes = EngineRoutes.all();

	private final List<String> ids;

	/**
	 * Creates the maker.
	 * @param ids what is really there, so that more than the address is looked at
	 */
	MalformedRequests(long seed, List<String> ids) {
		this.random = new Random(seed);
		this.ids = ids;
	}

	Malformed next() {
		Route route = pick(this.routes);
		String body = (route.body() == null && this.random.nextInt(10) > 0) ? null : body(route.body());
		String type = (this.random.nextInt(15) == 0) ? pick(TYPES) : "application/json";
		return new Malformed(route.method(), path(route), (body == null) ? null : type, body);
	}

	private String path(Route route) {
		Matcher names = PLACEHOLDER.matcher(route.path());
		String path = names.replaceAll((name) -> Matcher.quoteReplacement(
				(this.random.nextInt(3) > 0) ? pick(this.ids) : pick(TEXTS).replace("[]", "x").replace("\"", "x")));
		String query = Stream.generate(() -> this.random)
			.limit(this.random.nextInt(4))
			.filter((random) -> !route.query().isEmpty())
			.map((random) -> pick(route.query()) + "=" + pick(TEXTS).replace("[]", "%5B%5D"))
			.collect(Collectors.joining("&"));
		return path + (query.isEmpty() ? "" : "?" + query);
	}

	private String body(Type type) {
		if (this.random.nextInt(5) == 0) {
			return pick(BODIES);
		}
		if (type instanceof ParameterizedType list) {
			return "[" + object((Class<?>) raw(list.getActualTypeArguments()[0])) + "]";
		}
		return object((Class<?>) raw(type));
	}

	private static Type raw(Type type) {
		return (type instanceof Class<?>) ? type : Object.class;
	}

	private String object(Class<?> type) {
		List<String> fields = Stream.of(type.getMethods())
			.filter((method) -> method.getName().matches("set[A-Z]\\w*") && method.getParameterCount() == 1)
			.map(Method::getName)
			.map((name) -> Character.toLowerCase(name.charAt(3)) + name.substring(4))
			// A long poll is no mistake.
			.filter((name) -> !name.equals("asyncResponseTimeout"))
			.distinct()
			.sorted(Comparator.naturalOrder())
			.toList();
		return Stream.generate(() -> this.random)
			.limit(fields.isEmpty() ? 0 : this.random.nextInt(5))
			.map((random) -> "\"" + pick(fields) + "\": " + value())
			.collect(Collectors.joining(", ", "{", "}"));
	}

	private String value() {
		return (this.random.nextInt(4) == 0) ? "\"" + pick(this.ids) + "\"" : pick(VALUES);
	}

	private <T> T pick(List<T> list) {
		return list.get(this.random.nextInt(list.size()));
	}

	/**
	 * One request.
	 *
	 * @param method the verb
	 * @param path below the door
	 * @param type of the body, or {@code null}
	 * @param body the body, or {@code null}
	 */
	record Malformed(String method, String path, String type, String body) {
	}

}
