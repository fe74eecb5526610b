package dev.escala.escalation.view;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import dev.escala.escalation.EscalationType;
import dev.escala.escalation.Outcome;
import dev.escala.escalation.Phase;
import dev.escala.escalation.Report;
import dev.escala.matter.Severity;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.visibility.Visibility;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.stereotype.Service;

/** Finds escalations by what is known of them. */
@Service
public class EscalationSearch {

	/** What a list may be sorted by. */
	public static final List<String> SORTABLE = EscalationSearchRepository.SORT.names();

	private final EscalationSearchRepository repository;

	private final Visibility visibility;

	EscalationSearch(EscalationSearchRepository repository, Visibility visibility) {
		this.repository = repository;
		this.visibility = visibility;
	}

	/**
	 * One page of the escalations that fit and that whoever asks may see; equal ones are
	 * ordered by number.
	 */
	public Page<Summary> search(Filter filter, PageRequest part) {
		return this.repository.page(filter, this.visibility.seen(), part);
	}

	/**
	 * An escalation in a list.
	 *
	 * @param customerCode the customer's code, or {@code null} while it is not identified
	 * @param customer the customer's name, or what was typed
	 * @param observedUntil until when it is observed after it was closed, or {@code null}
	 */
	public record Summary(CaseNumber number, String subject, String phase, String outcome, String severity, String type,
			String origin, int level, String customerCode, String customer, String groupId, UserId ownerId,
			Instant reportedAt, Instant endedAt, Instant observedUntil, String externalRef) {
	}

	/**
	 * What the escalations must have in common; {@code null} is anything.
	 *
	 * @param customer the customer's code
	 * @param open only those that have not ended, or only those that have
	 * @param observed only those that are observed after they were closed, or only others
	 * @param text words, or a number
	 */
	public record Filter(Phase phase, Severity severity, EscalationType type, Report.Origin origin, Outcome outcome,
			String group, String owner, String customer, Boolean open, Boolean observed, String text) {

		private static final Set<String> KNOWN = Set.of("search", "phase", "severity", "type", "origin", "outcome",
				"group", "owner", "customer", "open", "observed", "page", "size", "sort");

		/**
		 * Reads criteria as they were sent; remembers what is wrong, the caller ends it.
		 */
		public static Filter read(Fields fields, Map<String, String> parameters) {
			fields.onlyFilters(parameters.keySet(), KNOWN);
			return new Filter(fields.optionalOneOf("phase", "la fase", parameters.get("phase"), Phase.class),
					fields.optionalOneOf("severity", "la gravedad", parameters.get("severity"), Severity.class),
					fields.optionalOneOf("type", "el tipo", parameters.get("type"), EscalationType.class),
					fields.optionalOneOf("origin", "el origen", parameters.get("origin"), Report.Origin.class),
					fields.optionalOneOf("outcome", "el resultado", parameters.get("outcome"), Outcome.class),
					fields.optional("group", "el grupo", parameters.get("group"), 200),
					fields.optional("owner", "la persona responsable", parameters.get("owner"), 200),
					fields.optional("customer", "el cliente", parameters.get("customer"), 200),
					flag(fields, "open", parameters.get("open")), flag(fields, "observed", parameters.get("observed")),
					fields.optionalLine("search", "el texto que se busca", parameters.get("search"), 200));
		}

		private static Boolean flag(Fields fields, String name, String value) {
			if (value == null || value.isBlank()) {
				return null;
			}
			if (!Set.of("true", "false").contains(value.strip())) {
				fields.refuse(name, "Escriba true o false.");
				return null;
			}
			return Boolean.valueOf(value.strip());
		}

	}

}
