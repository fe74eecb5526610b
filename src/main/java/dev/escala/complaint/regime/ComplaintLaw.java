package dev.escala.complaint.regime;

import java.util.Optional;

import dev.escala.clock.count.Counting;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What of this organisation decides which norms on complaints rule it.
 *
 * @param country where its customers are, ISO 3166 in lower case; Spain by default
 * @param region which region, where all of them are in one, or {@code null}
 * @param sector what it sells
 * @param large whether it is large in the sense of Ley 10/2025, art. 2.2: last year,
 * alone or as a group, at least 250 workers, more than 50 M€ of turnover or more than 43
 * M€ of balance
 * @param unstatedDays how it reads days of which a norm says no more:
 * {@code CALENDAR_DAYS} or {@code WORKING_DAYS}; {@code null} where nobody has said, and
 * calendar days count, by which no answer is late
 */
@ConfigurationProperties("escala.complaints")
public record ComplaintLaw(String country, String region, Sector sector, boolean large, Counting unstatedDays) {

	public ComplaintLaw {
		country = (country == null) ? "es" : country;
		sector = (sector == null) ? Sector.OTHER : sector;
		if (unstatedDays != null && unstatedDays != Counting.CALENDAR_DAYS && unstatedDays != Counting.WORKING_DAYS) {
			throw new IllegalArgumentException(
					"escala.complaints.unstated-days is CALENDAR_DAYS or WORKING_DAYS, not " + unstatedDays);
		}
	}

	/** How days are counted of which a norm says no more (Código Civil, art. 5.2). */
	Counting unstated() {
		return Optional.ofNullable(this.unstatedDays).orElse(Counting.CALENDAR_DAYS);
	}

}
