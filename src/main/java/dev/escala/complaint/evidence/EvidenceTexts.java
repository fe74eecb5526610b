package dev.escala.complaint.evidence;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

import dev.escala.reference.UserId;
import dev.escala.staffing.PersonNames;

/** Says moments and people as a stranger reads them in years. */
public final class EvidenceTexts {

	private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d/M/uuuu HH:mm:ss xxx",
			Locale.forLanguageTag("es"));

	private final ZoneId zone;

	private final PersonNames people;

	EvidenceTexts(ZoneId zone, PersonNames people) {
		this.zone = zone;
		this.people = people;
	}

	/** A moment in the customer's zone with its distance from UTC, or {@code null}. */
	public String moment(Instant at) {
		return (at == null) ? null : MOMENT.format(at.atZone(this.zone));
	}

	/** A person by name and account, or {@code null}. */
	public String person(UserId user) {
		return (user == null) ? null : this.people.name(user) + " (" + user.value() + ")";
	}

	/** Yes or no, in Spanish. */
	public static String yes(boolean truth) {
		return truth ? "sí" : "no";
	}

}
