package dev.escala.rootcause;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.escala.text.Dates;
import dev.escala.text.Sentences;
import dev.escala.text.Shortening;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

/**
 * Corrective actions as people type them, one per line:
 * {@code acción | responsable | dd/mm/aaaa}, with {@code | hecha} behind it for one that
 * is done already.
 */
public final class ActionLines {

	/** The key of the form's field. */
	public static final String FIELD = "rcaActions";

	private static final int LONGEST_ACTION = 500;

	private static final int LONGEST_OWNER = 100;

	/** Strict, so that 31/02 is refused and not moved to the 28th. */
	private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d/M/uuuu")
		.withResolverStyle(ResolverStyle.STRICT);

	private static final Pattern DONE = Pattern.compile("hech[oa]s?", Pattern.CASE_INSENSITIVE);

	private ActionLines() {
	}

	/**
	 * Reads the lines; refuses wrong ones, naming each line and what is wrong with it.
	 * @param lines the non-blank lines
	 * @param today the present day in the business zone: what is still to be done cannot
	 * be due before it
	 */
	public static List<CorrectiveAction> read(List<String> lines, LocalDate today) {
		List<FieldProblem> problems = new ArrayList<>();
		List<CorrectiveAction> actions = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			int number = i + 1;
			readLine(lines.get(i), today,
					(problem) -> problems.add(new FieldProblem(FIELD, "Acciones, línea " + number + ": " + problem)))
				.ifPresent(actions::add);
		}
		if (!problems.isEmpty()) {
			throw new InvalidInputException(problems);
		}
		return actions;
	}

	/** Writes actions as {@link #read} reads them. */
	public static String write(List<CorrectiveAction> actions) {
		return actions.stream()
			.map((action) -> action.text() + " | " + action.owner() + " | " + Dates.figures(action.dueOn())
					+ (action.done() ? " | hecha" : ""))
			.collect(Collectors.joining("\n"));
	}

	private static Optional<CorrectiveAction> readLine(String line, LocalDate today,
			java.util.function.Consumer<String> refuse) {
		String[] parts = line.split("\\|", -1);
		if (parts.length < 3 || parts.length > 4) {
			refuse.accept("se espera «acción | responsable | dd/mm/aaaa» y hay "
					+ (parts.length == 1 ? "una sola parte." : parts.length + " partes."));
			return Optional.empty();
		}
		Fields fields = new Fields();
		String text = fields.required(FIELD, "la acción", parts[0], LONGEST_ACTION);
		String owner = fields.required(FIELD, "la persona responsable", parts[1], LONGEST_OWNER);
		boolean done = parts.length == 4 && DONE.matcher(parts[3].strip()).matches();
		if (parts.length == 4 && !done) {
			fields.refuse(FIELD, "la cuarta parte solo puede ser «hecha», y dice «" + shown(parts[3]) + "».");
		}
		LocalDate dueOn = readDate(fields, parts[2].strip(), today, done);
		try {
			fields.done();
		}
		catch (InvalidInputException ex) {
			refuse.accept(ex.problems()
				.stream()
				.map(FieldProblem::message)
				.map(Sentences::continued)
				.collect(Collectors.joining(" ")));
			return Optional.empty();
		}
		return Optional.of(new CorrectiveAction(text, owner, dueOn, done));
	}

	private static LocalDate readDate(Fields fields, String text, LocalDate today, boolean done) {
		if (text.isEmpty()) {
			fields.refuse(FIELD, "falta la fecha (dd/mm/aaaa).");
			return null;
		}
		try {
			LocalDate date = LocalDate.parse(text, DATE);
			if (date.getYear() < 2000 || date.getYear() > 2999) {
				throw new DateTimeException("No year of ours");
			}
			if (date.isBefore(today) && !done) {
				fields.refuse(FIELD, "la fecha " + text
						+ " ya ha pasado. Si la acción ya está hecha, añada « | hecha» al final de la línea.");
			}
			return date;
		}
		catch (DateTimeException ex) {
			fields.refuse(FIELD, "«" + shown(text) + "» no es una fecha dd/mm/aaaa.");
			return null;
		}
	}

	private static String shown(String text) {
		return Shortening.withEllipsis(text.strip(), 40);
	}

}
