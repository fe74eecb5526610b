package dev.escala.panel;

/**
 * Which settled promises are looked at.
 *
 * @param kind {@code team}, {@code person} or {@code customer}, or {@code null} for all
 * @param id group id, user id or customer code
 * @param kept only those that were kept, or that were broken; {@code null} for both
 * @param weeks so many weeks back, this one included
 */
public record SettledFilter(String kind, String id, Boolean kept, int weeks) {
}
