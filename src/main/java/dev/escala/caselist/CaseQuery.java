package dev.escala.caselist;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.escala.escalation.Report;
import dev.escala.matter.Severity;
import dev.escala.validation.Fields;
import dev.escala.web.Text;

/**
 * What is asked of the list; {@code null} is anything.
 *
 * @param text words, or a number
 * @param filter one of the everyday questions
 * @param state open ones, ended ones or both
 * @param kind of what kind
 * @param severity how bad
 * @param customer the customer's code
 * @param group the id of the group that has it, or {@link #NOBODY}
 * @param owner the user id of who answers for it, or {@link #NOBODY}
 * @param reason why it was escalated
 * @param moment what {@code from} and {@code until} are about
 * @param from it happened at that instant or later
 * @param until it happened before that instant
 * @param passed how often it went from one team to another; {@link #MOST_PASSED} is so
 * often or more
 * @param order what comes first
 * @param place from which place in the list on
 * @param size how many lines at most
 */
public record CaseQuery(String text, QuickFilter filter, CaseState state, CaseKind kind, Severity severity,
		String customer, String group, String owner, Report.Reason reason, CaseMoment moment, Instant from,
		Instant until, Integer passed, CaseOrder order, Cursor place, int size) {

	/** In place of a group or person: what has none. */
	public static final String NOBODY = "-";

	/** Nobody counts further. */
	public static final int MOST_PASSED = 3;

	private static final int MOST = 200;

	private static final int USUAL = 50;

	private static final LocalDate FIRST_DAY = LocalDate.of(1900, 1, 1);

	private static final LocalDate LAST_DAY = LocalDate.of(2999, 12, 31);

	/**
	 * Reads a query as it was sent; remembers what is wrong, the caller ends it. What is
	 * wrong counts as anything.
	 * @param zone whose days the dates are
	 */
	public static CaseQuery read(Fields fields, Words words, Map<String, String> sent, ZoneId zone) {
		Reader reader = new Reader(fields, words, sent, zone);
		Instant from = reader.day(words.from, "la fecha desde la que se busca", false);
		Instant until = reader.day(words.until, "la fecha hasta la que se busca", true);
		if (from != null && until != null && !from.isBefore(until)) {
			fields.refuse(words.until, "La fecha final es anterior a la inicial: cambie una de las dos.");
			until = null;
		}
		return new CaseQuery(fields.optionalLine(words.text, "el texto que se busca", sent.get(words.text), 200),
				reader.choice(words.filter, "filtro", QuickFilter.values(), null),
				reader.choice(words.state, "estado", CaseState.values(), CaseState.OPEN),
				reader.choice(words.kind, "tipo", CaseKind.values(), null),
				reader.constant(words.severity, "gravedad", Severity.values()),
				reader.code(words.customer, "el código del cliente"), reader.code(words.group, "el equipo"),
				reader.code(words.owner, "la persona responsable"),
				reader.constant(words.reason, "motivo", Report.Reason.values()),
				reader.choice(words.moment, "qué pasó", CaseMoment.values(), CaseMoment.REPORTED), from, until,
				reader.passed(), reader.choice(words.order, "orden", CaseOrder.values(), CaseOrder.RECENT),
				reader.place(), reader.size());
	}

	/** What parameters are called. */
	public enum Words {

		PAGE("texto", "filtro", "estado", "tipo", "gravedad", "cliente", "equipo", "responsable", "desde", "hasta",
				"orden", "lugar", "tamano", "motivo", "hito", "traspasos"),
		API("search", "filter", "state", "kind", "severity", "customer", "group", "owner", "from", "until", "sort",
				"place", "size", "reason", "moment", "passed");

		final String text;

		final String filter;

		final String state;

		final String kind;

		final String severity;

		final String customer;

		final String group;

		final String owner;

		final String from;

		final String until;

		final String order;

		final String place;

		final String size;

		final String reason;

		final String moment;

		final String passed;

		private final List<String> all;

		Words(String... names) {
			this.all = List.of(names);
			this.text = names[0];
			this.filter = names[1];
			this.state = names[2];
			this.kind = names[3];
			this.severity = names[4];
			this.customer = names[5];
			this.group = names[6];
			this.owner = names[7];
			this.from = names[8];
			this.until = names[9];
			this.order = names[10];
			this.place = names[11];
			this.size = names[12];
			this.reason = names[13];
			this.moment = names[14];
			this.passed = names[15];
		}

		/** All of them. */
		public List<String> all() {
			return this.all;
		}

	}

	/** Reads one parameter after the other. */
	private record Reader(Fields fields, Words words, Map<String, String> sent, ZoneId zone) {

		<C extends Choice> C choice(String name, String label, C[] choices, C usual) {
			String value = value(name);
			if (value == null) {
				return usual;
			}
			return Arrays.stream(choices).filter((one) -> means(one, value)).findFirst().orElseGet(() -> {
				refuse(name, label, value, Arrays.stream(choices).map(this::spelled).toList());
				return usual;
			});
		}

		private boolean means(Choice choice, String value) {
			return (this.words == Words.PAGE) ? choice.isCalled(value) : choice.name().equals(value);
		}

		private String spelled(Choice choice) {
			return (this.words == Words.PAGE) ? choice.word() : choice.name();
		}

		<E extends Enum<E>> E constant(String name, String label, E[] constants) {
			String value = value(name);
			if (value == null) {
				return null;
			}
			return Arrays.stream(constants).filter((one) -> one.name().equals(value)).findFirst().orElseGet(() -> {
				refuse(name, label, value, Arrays.stream(constants).map(Enum::name).toList());
				return null;
			});
		}

		Integer passed() {
			String value = value(this.words.passed);
			if (value == null || value.matches("[0-" + MOST_PASSED + "]")) {
				return (value == null) ? null : Integer.valueOf(value);
			}
			refuse(this.words.passed, "traspasos", value, List.of("0", "1", "2", "3 (tres o más)"));
			return null;
		}

		private void refuse(String name, String label, String value, List<String> possible) {
			this.fields.refuse(name, "No hay ningún valor " + Text.quote(value) + " para «" + label + "». Los que hay: "
					+ possible.stream().collect(Collectors.joining(", ")) + ".");
		}

		String code(String name, String label) {
			return this.fields.optionalLine(name, label, value(name), 100);
		}

		/** A day as it is written: its beginning, or that of the day behind it. */
		Instant day(String name, String label, boolean behind) {
			String value = value(name);
			if (value == null) {
				return null;
			}
			try {
				LocalDate day = LocalDate.parse(value);
				if (!day.isBefore(FIRST_DAY) && !day.isAfter(LAST_DAY)) {
					return day.plusDays(behind ? 1 : 0).atStartOfDay(this.zone).toInstant();
				}
			}
			catch (DateTimeException ex) {
				// Told below, as a day of another age is.
			}
			this.fields.refuse(name,
					"No se entiende " + label + ", " + Text.quote(value) + ": escriba un día como 2026-11-23.");
			return null;
		}

		Cursor place() {
			String value = value(this.words.place);
			if (value == null) {
				return null;
			}
			return Cursor.read(value).orElseGet(() -> {
				this.fields.refuse(this.words.place, "Esa página de la lista no existe: empiece por la primera.");
				return null;
			});
		}

		int size() {
			String value = value(this.words.size);
			if (value == null) {
				return USUAL;
			}
			if (value.matches("\\d{1,4}") && Integer.parseInt(value) >= 1 && Integer.parseInt(value) <= MOST) {
				return Integer.parseInt(value);
			}
			this.fields.refuse(this.words.size, "Pida entre 1 y " + MOST + " líneas.");
			return USUAL;
		}

		private String value(String name) {
			String value = this.sent.get(name);
			return (value == null || value.isBlank()) ? null : value.strip();
		}

	}

}
