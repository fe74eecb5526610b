package dev.escala.complaint.information;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The ways by which customers reach this organisation, besides the public page and the
 * mail that it writes from (Ley 10/2025, arts. 5 and 7.1).
 *
 * @param phone telephone, as it is dialled, or {@code null}
 * @param post postal address in one line, or {@code null}
 * @param office where one can come in person, or {@code null}
 * @param place where letters are dated, or {@code null}
 */
@ConfigurationProperties("escala.complaints.contact")
public record ContactWays(String phone, String post, String office, String place) {

	public ContactWays {
		phone = orNothing(phone);
		post = orNothing(post);
		office = orNothing(office);
		place = orNothing(place);
	}

	private static String orNothing(String text) {
		return (text == null || text.isBlank()) ? null : text.strip();
	}

}
