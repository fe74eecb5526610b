package dev.escala.rootcause;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.escala.corrective.PlannedAction;
import dev.escala.reference.UserId;
import dev.escala.text.Dates;
import dev.escala.text.Sentences;
import dev.escala.text.Shortening;
import dev.escala.validation.FieldProblem;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.TypedDay;

/**
 * Actions as people type them, one per line: {@code acción | responsable | dd/mm/aaaa}
 * for colleagues, where the owner is a person of the directory by user id or full name,
 * {@code acción | dd/mm/aaaa} for the customer, with {@code | hecha} behind it for one
 * that is done already.
 */
public final class ActionLines {

	/** The key of the form's field for colleagues. */
	static final String FIELD = "rcaActions";

	private static final int LONGEST_ACTION = 500;

	private static final int LONGEST_OWNER = 100;

	private static final Pattern DONE = Pattern.compile("hech[oa]s?", Pattern.CASE_INSENSITIVE);

	private final String field;

	private final String name;

	/** Finds owners, or {@code null} where the lines have none. */
	private final Owners owners;

	private final LocalDate today;

	private ActionLines(String field, String name, Owners owners, LocalDate today) {
		this.field = field;
		this.name = name;
		this.owners = owners;
		this.today = today;
	}

	/**
	 * Reads the lines for colleagues; refuses wrong ones, naming each line and what is
	 * wrong with it.
	 * @param lines the non-blank lines
	 * @param today the present day in the business zone: what is still to be done cannot
	 * be due before it, and nothing is done after it
	 * @param owners finds the people who answer for the actions
	 */
	public static List<PlannedAction> read(List<String> lines, LocalDate today, Owners owners) {
		return new ActionLines(FIELD, "Acciones", owners, today).readAll(lines);
	}

	/** Reads the lines that the customer is told, as {@link #read} does. */
	static List<CustomerAccount.Action> readForCustomer(List<String> lines, LocalDate today) {
		return new ActionLines(CustomerAccount.ACTIONS, "Acciones para el cliente", null, today).readAll(lines)
			.stream()
			.map((action) -> new CustomerAccount.Action(action.text(), action.dueOn(), action.done()))
			.toList();
	}

	/** Writes actions as {@link #read} reads them. */
	public static String write(List<PlannedAction> actions) {
		return actions.stream()
			.map((action) -> line(action.text() + " | " + action.owner(), action.dueOn(), action.done()))
			.collect(Collectors.joining("\n"));
	}

	/** Writes actions as {@link #readForCustomer} reads them. */
	public static String writeForCustomer(List<CustomerAccount.Action> actions) {
		return actions.stream()
			.map((action) -> line(action.text(), action.dueOn(), action.done()))
			.collect(Collectors.joining("\n"));
	}

	private static String line(String begin, LocalDate dueOn, boolean done) {
		return begin + " | " + Dates.figures(dueOn) + (done ? " | hecha" : "");
	}

	private List<PlannedAction> readAll(List<String> lines) {
		List<FieldProblem> problems = new ArrayList<>();
		List<PlannedAction> actions = new ArrayList<>();
		for (int i = 0; i < lines.size(); i++) {
			int number = i + 1;
			readLine(lines.get(i),
					(problem) -> problems
						.add(new FieldProblem(this.field, this.name + ", línea " + number + ": " + problem)))
				.ifPresent(actions::add);
		}
		if (!problems.isEmpty()) {
			throw new InvalidInputException(problems);
		}
		return actions;
	}

	private Optional<PlannedAction> readLine(String line, Consumer<String> refuse) {
		List<String> parts = new ArrayList<>(List.of(line.split("\\|", -1)));
		boolean owned = this.owners != null;
		int expected = owned ? 3 : 2;
		if (parts.size() < expected || parts.size() > expected + 1) {
			refuse.accept("se espera «acción | " + (owned ? "responsable | " : "") + "dd/mm/aaaa» y hay "
					+ ((parts.size() == 1) ? "una sola parte." : parts.size() + " partes."));
			return Optional.empty();
		}
		Fields fields = new Fields();
		String text = fields.required(this.field, "la acción", parts.remove(0), LONGEST_ACTION);
		UserId owner = owned ? owner(fields, parts.remove(0)) : null;
		boolean done = parts.size() == 2 && DONE.matcher(parts.get(1).strip()).matches();
		if (parts.size() == 2 && !done) {
			fields.refuse(this.field, "la " + (owned ? "cuarta" : "tercera") + " parte solo puede ser «hecha», y dice «"
					+ shown(parts.get(1)) + "».");
		}
		LocalDate dueOn = readDate(fields, parts.get(0).strip(), done);
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
		return Optional.of(new PlannedAction(text, owner, dueOn, done));
	}

	private LocalDate readDate(Fields fields, String text, boolean done) {
		LocalDate date = TypedDay.read(fields, this.field, text);
		if (date == null) {
			return null;
		}
		if (date.isBefore(this.today) && !done) {
			fields.refuse(this.field, "la fecha " + text
					+ " ya ha pasado. Si la acción ya está hecha, añada « | hecha» al final de la línea.");
		}
		if (date.isAfter(this.today) && done) {
			fields.refuse(this.field, "la fecha " + text
					+ " está por venir, y nada de ese día puede estar hecho: ponga el día en que se hizo o quite «hecha».");
		}
		return date;
	}

	private UserId owner(Fields fields, String text) {
		String typed = fields.required(this.field, "la persona responsable", text, LONGEST_OWNER);
		return typed.isEmpty() ? null : this.owners.read(fields, this.field, typed);
	}

	private static String shown(String text) {
		return Shortening.withEllipsis(text.strip(), 40);
	}

	/** Finds the person whom somebody typed. */
	@FunctionalInterface
	public interface Owners {

		/**
		 * The person, or {@code null} where the text was refused into the fields.
		 */
		UserId read(Fields fields, String field, String typed);

	}

}
