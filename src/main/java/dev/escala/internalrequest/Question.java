package dev.escala.internalrequest;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.escala.pipeline.Party;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.validation.Fields;
import dev.escala.validation.SpokenDates;

/**
 * What is asked, whichever way it comes in; valid by construction (000-20).
 *
 * @param kind what the person needs
 * @param purpose what asking is good for
 * @param situations what applies, as the person says and the look-ups found
 * @param topic what it is about as the person says, or {@code null}
 * @param party the customer or prospect, or {@code null} where there is none
 * @param situation what happens, and who wants it
 * @param request what is asked for
 * @param assessment what the person thinks, or {@code null} where it may be missing
 * (000-06)
 * @param neededBy by when they need it, or {@code null} for visibility
 * @param customerDate the customer's own date, or {@code null} (000-22)
 * @param department the group that is asked for a service, or {@code null}
 * @param standingDecision a standing decision that answers it, or {@code null}
 */
public record Question(RequestKind kind, Purpose purpose, Set<Situation> situations, Topic topic, Party party,
		String situation, String request, String assessment, Instant neededBy, Instant customerDate, String department,
		String standingDecision) {

	/** Reasons that are complete without an explanation. */
	private static final Set<Situation> FEELINGS = EnumSet.of(Situation.FEELS_ODD, Situation.ODD_OPPORTUNITY);

	private static final int LONGEST = 4000;

	public Question {
		situations = situations.isEmpty() ? Set.of() : EnumSet.copyOf(situations);
	}

	/**
	 * Reads a question as it came in, by form, page or API: the same rules for all.
	 * @param fields remembers what is wrong; the caller ends it
	 * @param party the party that was found or created, or {@code null}
	 */
	static Question read(Fields fields, Input input, Party party, SpokenDates dates, Clock clock) {
		RequestKind kind = fields.oneOf("kind",
				"qué necesita: una decisión, orientación, información, un servicio o " + "que conste", input.kind(),
				RequestKind.class, null);
		Set<Situation> situations = situations(fields, input.situations());
		if (kind == RequestKind.DECISION && situations.isEmpty()) {
			// Whoever wants a decision without a reason of the policy is not sure.
			situations.add(Situation.UNSURE);
		}
		boolean answered = kind == null || kind.awaitsAnswer();
		Instant now = clock.instant();
		return new Question(kind,
				fields.oneOf("purpose", "para qué pregunta", input.purpose(), Purpose.class, Purpose.CLARITY),
				situations, optionalTopic(fields, input.topic()), party,
				fields.required("situation", "la situación: qué pasa y quién lo pide", input.situation(), LONGEST),
				fields.required("request", "la petición: qué nos piden", input.request(), LONGEST),
				assessment(fields, input.assessment(), answered && situations.stream().noneMatch(FEELINGS::contains)),
				future(fields, dates, "neededBy", "para cuándo necesita la respuesta", input.neededBy(), answered, now),
				future(fields, dates, "customerDate", "la fecha que espera el cliente", input.customerDate(), false,
						now),
				department(fields, kind, input.department()),
				fields.optionalLine("standingDecision", "la decisión permanente", input.standingDecision(), 20));
	}

	public static Set<Situation> situations(Fields fields, List<String> names) {
		Set<Situation> situations = EnumSet.noneOf(Situation.class);
		for (String name : (names == null) ? List.<String>of() : names) {
			Situation one = fields.oneOf("situations", "lo que se da en este caso", name, Situation.class, null);
			if (one != null) {
				situations.add(one);
			}
		}
		return situations;
	}

	public static Topic optionalTopic(Fields fields, String name) {
		return fields.optionalOneOf("topic", "de qué trata", name, Topic.class);
	}

	private static String assessment(Fields fields, String text, boolean required) {
		String label = "su valoración: qué haría usted y por qué duda";
		return required ? fields.required("assessment", label, text, LONGEST)
				: fields.optional("assessment", label, text, LONGEST);
	}

	private static Instant future(Fields fields, SpokenDates dates, String field, String label, String value,
			boolean required, Instant now) {
		if (required && (value == null || value.isBlank())) {
			fields.refuse(field, "Falta " + label + ": escríbalo como 27/11/2026 o 27/11/2026 14:00.");
			return null;
		}
		Instant date = dates.optional(fields, field, label, value);
		if (date != null && !date.isAfter(now)) {
			fields.refuse(field, "Ya pasó «" + value.strip() + "», " + label + ": indique una fecha futura.");
		}
		return date;
	}

	private static String department(Fields fields, RequestKind kind, String value) {
		if (kind == RequestKind.SERVICE) {
			String department = fields.requiredLine("department", "el departamento que presta el servicio", value, 64);
			return department.isEmpty() ? null : department;
		}
		return null;
	}

	Question withDepartment(String group) {
		return new Question(this.kind, this.purpose, this.situations, this.topic, this.party, this.situation,
				this.request, this.assessment, this.neededBy, this.customerDate, group, this.standingDecision);
	}

	Question with(Set<Situation> found) {
		Set<Situation> all = EnumSet.noneOf(Situation.class);
		all.addAll(this.situations);
		all.addAll(found);
		return new Question(this.kind, this.purpose, all, this.topic, this.party, this.situation, this.request,
				this.assessment, this.neededBy, this.customerDate, this.department, this.standingDecision);
	}

	/**
	 * A question as somebody sent it; any part may be missing or wrong. Dates are written
	 * as people say them, such as 27/11/2026 14:00.
	 *
	 * @param party code or name of a customer or prospect
	 * @param prospectSector sector of a prospect that is not known yet
	 * @param prospectEmployees how many people it employs, about
	 * @param prospectLanguage {@code es} or {@code en}
	 */
	public record Input(String kind, List<String> situations, String topic, String party, String prospectSector,
			String prospectEmployees, String prospectLanguage, String situation, String request, String assessment,
			String neededBy, String customerDate, String purpose, String department, String standingDecision) {
	}

}
