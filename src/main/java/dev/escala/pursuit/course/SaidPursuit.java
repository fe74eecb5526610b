package dev.escala.pursuit.course;

import dev.escala.pursuit.profile.Profile;

/**
 * Whom to pursue, as somebody says it; each may be {@code null}. All doors bring the
 * same.
 *
 * @param party code or name of a prospect or customer
 * @param sector what they do
 * @param employees how many people work there
 * @param capture by which channel they came
 * @param strategy with whom to begin; from the bottom up where nobody says
 * @param request what they want to buy, of an opportunity
 * @param profile what is known of them
 */
public record SaidPursuit(String party, String sector, Integer employees, String capture, String strategy,
		String request, Profile profile) {
}
