package dev.escala.escalation;

import java.text.Normalizer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.database.Row;
import dev.escala.servicelevel.Severity;
import dev.escala.validation.Fields;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Finds escalations by what is known of them. */
@Service
public class EscalationSearch {

	private static final String FROM = " FROM escalation e LEFT JOIN customer c ON c.id = e.customer_id";

	/**
	 * Text in lower case without accents. Spelled out, because what {@code lower} does
	 * with accents depends on the database's locale and {@code unaccent} on an extension.
	 */
	private static final String PLAIN = "lower(translate(%s, 'ÁÀÄÂÃÅáàäâãåÉÈËÊéèëêÍÌÏÎíìïîÓÒÖÔÕóòöôõÚÙÜÛúùüûÑñÇç',"
			+ " 'AAAAAAaaaaaaEEEEeeeeIIIIiiiiOOOOOoooooUUUUuuuuNnCc'))";

	private final JdbcClient jdbc;

	EscalationSearch(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** One page of the escalations that fit; equal ones are ordered by number. */
	public Page<Summary> search(Filter filter, PageRequest part) {
		String where = filter.conditions.isEmpty() ? "" : " WHERE " + String.join(" AND ", filter.conditions);
		long total = this.jdbc.sql("SELECT count(*)" + FROM + where).params(filter.values).query(Long.class).single();
		List<Object> values = new ArrayList<>(filter.values);
		values.add(part.size());
		values.add(part.offset());
		List<Summary> items = this.jdbc
			.sql("SELECT e.*, c.code AS customer_code, c.name AS customer_name" + FROM + where + " ORDER BY "
					+ part.orderBy() + " NULLS LAST, e.number LIMIT ? OFFSET ?")
			.params(values)
			.query(Row.as((row) -> new Summary(row.text("number"), row.text("subject"), row.text("phase"),
					row.text("outcome"), row.text("severity"), row.text("type"), row.text("origin"),
					row.number("level"), row.text("customer_code"),
					(row.text("customer_name") == null) ? row.text("customer_text") : row.text("customer_name"),
					row.text("group_id"), row.text("owner_id"), row.instant("reported_at"),
					(row.instant("ended_at") == null) ? null : row.instant("ended_at"), row.text("external_ref"))))
			.list();
		return new Page<>(items, part.page(), part.size(), total);
	}

	/**
	 * An escalation in a list.
	 *
	 * @param customerCode the customer's code, or {@code null} while it is not identified
	 * @param customer the customer's name, or what was typed
	 */
	public record Summary(String number, String subject, String phase, String outcome, String severity, String type,
			String origin, int level, String customerCode, String customer, String groupId, String ownerId,
			Instant reportedAt, Instant endedAt, String externalRef) {
	}

	/** What the escalations must have in common. */
	public static final class Filter {

		private static final Set<String> KNOWN = Set.of("search", "phase", "severity", "type", "origin", "outcome",
				"group", "owner", "customer", "open", "page", "size", "sort");

		private final List<String> conditions = new ArrayList<>();

		private final List<Object> values = new ArrayList<>();

		private Filter() {
		}

		/** Reads a filter as it was sent; remembers what is wrong, the caller ends it. */
		public static Filter read(Fields fields, Map<String, String> parameters) {
			parameters.keySet()
				.stream()
				.filter((name) -> !KNOWN.contains(name))
				.forEach((name) -> fields.refuse(name,
						"No se conoce ese filtro. Valores posibles: " + String.join(", ", new TreeSet<>(KNOWN)) + "."));
			Filter filter = new Filter();
			filter.one(fields, parameters, "phase", "la fase", Phase.class);
			filter.one(fields, parameters, "severity", "la gravedad", Severity.class);
			filter.one(fields, parameters, "type", "el tipo", EscalationType.class);
			filter.one(fields, parameters, "origin", "el origen", Report.Origin.class);
			filter.one(fields, parameters, "outcome", "el resultado", Outcome.class);
			filter.equal(fields, parameters, "group", "el grupo", "e.group_id = ?");
			filter.equal(fields, parameters, "owner", "la persona responsable", "e.owner_id = ?");
			filter.equal(fields, parameters, "customer", "el cliente", "c.code = upper(?)");
			filter.open(fields, parameters.get("open"));
			filter.text(fields, parameters.get("search"));
			return filter;
		}

		private <E extends Enum<E>> void one(Fields fields, Map<String, String> parameters, String name, String label,
				Class<E> type) {
			String value = parameters.get(name);
			if (value != null && !value.isBlank()) {
				E constant = fields.oneOf(name, label, value, type, null);
				this.conditions.add("e." + name + " = ?");
				this.values.add((constant == null) ? "" : constant.name());
			}
		}

		private void equal(Fields fields, Map<String, String> parameters, String name, String label, String condition) {
			String value = fields.optional(name, label, parameters.get(name), 200);
			if (value != null) {
				this.conditions.add(condition);
				this.values.add(value);
			}
		}

		private void open(Fields fields, String value) {
			if (value == null || value.isBlank()) {
				return;
			}
			if (!Set.of("true", "false").contains(value.strip())) {
				fields.refuse("open", "Escriba true o false.");
				return;
			}
			this.conditions.add(value.strip().equals("true") ? "e.phase <> 'ENDED'" : "e.phase = 'ENDED'");
		}

		private void text(Fields fields, String value) {
			String text = fields.optionalLine("search", "el texto que se busca", value, 200);
			if (text != null) {
				this.conditions.add(PLAIN.formatted(
						"concat_ws(chr(10), e.number, e.subject, e.customer_text, c.code," + " c.name, e.external_ref)")
						+ " LIKE " + PLAIN.formatted("?"));
				this.values.add("%" + Normalizer.normalize(text, Normalizer.Form.NFC)
					.replace("\\", "\\\\")
					.replace("%", "\\%")
					.replace("_", "\\_") + "%");
			}
		}

	}

}
