package dev.escala.complaint.regime;

import java.util.Locale;
import java.util.Map;

import dev.escala.calendar.holiday.Countries;
import dev.escala.calendar.holiday.Countries.Region;

/**
 * What the norms ask about a complaint.
 *
 * @param country ISO 3166 code in lower case, for example {@code es}
 * @param region a code of one of its regions in lower case, for example {@code md}, or
 * {@code null} where nobody knows
 * @param sector what the company sells
 * @param topic what the complaint is about
 * @param consumer whether a consumer complains
 * @param large whether the company is large in the sense of Ley 10/2025, art. 2.2
 * @param officialForm whether the customer filled in an official form ("hoja de
 * reclamaciones")
 * @param smallSupply whether less than 15 kW of electricity are contracted
 */
public record ComplaintFacts(String country, String region, Sector sector, ComplaintTopic topic, boolean consumer,
		boolean large, boolean officialForm, boolean smallSupply) {

	/** What the table calls a place that nobody knows. */
	private static final String UNKNOWN = "OTHER";

	/** The inputs of the table {@code complaintRegime}. */
	Map<String, Object> forRegime() {
		return Map.of("country", this.country.toUpperCase(Locale.ROOT), "region",
				(this.region == null) ? UNKNOWN : this.region.split("/")[0].toUpperCase(Locale.ROOT), "sector",
				this.sector.name(), "complaintTopic", this.topic.name(), "consumer", this.consumer, "large", this.large,
				"officialForm", this.officialForm);
	}

	/** The inputs of the table {@code complaintBodies}. */
	static Map<String, Object> forBodies(String country, Sector sector, boolean consumer) {
		return Map.of("country", country.toUpperCase(Locale.ROOT), "sector", sector.name(), "consumer", consumer);
	}

	/** The place by which days off are told, in Spanish. */
	String place() {
		Countries.Country known = Countries.find(this.country).orElseThrow();
		return known.region(this.region).map(Region::name).orElse(known.name());
	}

}
