package dev.escala.notification.template;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.escala.text.Shortening;

/**
 * What a template that somebody deploys may contain: markup, plain reads of known fields,
 * conditions on a field and the lines of a field. Anything else that Thymeleaf would
 * carry out is refused, because a template language with expressions can run code.
 */
final class TemplateRules {

	private static final String FIELD = "\\$\\{(?<field>\\w+)(?: (?:!=|==) null)?}";

	private static final String LINES = "(?<loop>\\w+) : \\$\\{lines\\.of\\((?<list>\\w+)\\)}";

	/** What may stand in HTML; all else that looks like an instruction is refused. */
	private static final Pattern HTML = Pattern.compile("xmlns:th=\"http://www\\.thymeleaf\\.org\""
			+ "|th:replace=\"~\\{mail/layout :: mail\\('(?:es|en)', ~\\{::content}, ~\\{(?:::|mail/layout :: )footer}\\)}\""
			+ "|th:replace=\"~\\{mail/layout :: (?:greeting|message|news|farewell)}\""
			+ "|th:replace=\"~\\{mail/layout :: fact\\('[^'<>&\"$\\[\\]{}]*', \\$\\{(?<fact>\\w+)}\\)}\""
			+ "|th:fragment=\"(?:content|footer)\"|</?th:block(?=[\\s>/])|th:(?:if|unless|text|href)=\"" + FIELD + "\""
			+ "|th:each=\"" + LINES + "\"|\\[\\[\\$\\{(?<shown>\\w+)}]]");

	private static final Pattern TEXT = Pattern.compile("\\[# th:(?:if|unless)=\"" + FIELD + "\"]|\\[# th:each=\""
			+ LINES + "\"]|\\[/]|\\[\\(\\$\\{(?<shown>\\w+)}\\)](?<fact>)");

	private static final Pattern INSTRUCTION = Pattern.compile(
			"(?i)(?<![a-z0-9])(?:data-)?th[:-]|\\[\\[|]]|\\[\\(|\\)]|\\[[#/+*-]|[$*#@~]\\{|__|\\[\uFFFC|\uFFFC]|<!--/|/\\*\\[|/\\*/"
					+ "|<\\?|<!\\[CDATA|<\\s*/?\\s*(?:script|iframe|object|embed|form|base|link|meta(?=[^>]*http-equiv))\\b"
					+ "|(?<![a-z0-9])on[a-z]+\\s*=|javascript\\s*:");

	private TemplateRules() {
	}

	/**
	 * Everything that is wrong, one Spanish sentence each, with its line.
	 * @param html whether it is the HTML of a mail, and not its text
	 */
	static List<String> problems(String content, boolean html) {
		List<String> problems = new ArrayList<>();
		if (content.indexOf('\uFFFC') >= 0) {
			problems.add("contiene un carácter que no se puede usar (U+FFFC).");
			return problems;
		}
		Pattern allowed = html ? HTML : TEXT;
		Set<String> known = new HashSet<>(TemplateFields.all().keySet());
		allowed.matcher(content).results().forEach((found) -> {
			Matcher one = allowed.matcher(found.group());
			if (one.matches() && one.group("loop") != null) {
				known.add(one.group("loop"));
			}
		});
		Matcher use = allowed.matcher(content);
		StringBuilder rest = new StringBuilder();
		while (use.find()) {
			for (String group : List.of("field", "list", "fact", "shown")) {
				String name = use.group(group);
				if (name != null && !name.isEmpty() && !known.contains(name)) {
					problems.add("línea " + line(content, use.start()) + ": no existe el campo «" + name + "»"
							+ TemplateFields.nearest(name, known)
								.map((near) -> "; ¿quería decir «" + near + "»?")
								.orElse("."));
				}
			}
			// As long as what it stands for, so that lines and places stay the same.
			use.appendReplacement(rest, "\uFFFC".repeat(use.group().length()));
		}
		use.appendTail(rest);
		INSTRUCTION.matcher(rest)
			.results()
			.map((found) -> line(content, found.start()))
			.distinct()
			.forEach((number) -> problems
				.add("línea " + number + ": «" + shown(content, number) + "» no se puede usar. " + (html
						? "Escriba [[${campo}]], th:text=\"${campo}\", th:if=\"${campo}\" o th:each=\"linea : ${lines.of(campo)}\", y nada que ejecute código."
						: "Escriba [(${campo})], [# th:if=\"${campo}\"]…[/] o [# th:each=\"linea : ${lines.of(campo)}\"]…[/], y nada que ejecute código.")));
		return problems;
	}

	private static long line(String content, int place) {
		return content.substring(0, place).chars().filter((c) -> c == '\n').count() + 1;
	}

	private static String shown(String content, long number) {
		String line = content.lines().skip(number - 1).findFirst().orElse("").strip();
		return Shortening.withEllipsis(line, 80);
	}

}
