package dev.escala.complaint.classification;

import java.util.List;
import java.util.Locale;

import dev.escala.matter.Severity;

/**
 * What follows from the {@link ComplaintTraits} of a complaint.
 *
 * @param severity how bad it is
 * @param reason why the customer complains
 * @param group id of the group that handles it
 * @param channelFirst how one talks to the customer first
 * @param because why it is as bad as that, each the end of "porque…", in Spanish
 * @param whyGroup why that group handles it, in Spanish
 * @param whyChannel why one talks to the customer that way, in Spanish
 */
public record Classification(Severity severity, ComplaintReason reason, String group, FirstChannel channelFirst,
		List<String> because, String whyGroup, String whyChannel) {

	public Classification {
		because = List.copyOf(because);
	}

	/** Why it is as bad as that, as a Spanish sentence. */
	public String sentence() {
		return "Gravedad " + this.severity.label().toLowerCase(Locale.ROOT) + ": " + String.join(", ", this.because)
				+ ".";
	}

}
