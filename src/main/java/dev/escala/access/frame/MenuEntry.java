package dev.escala.access.frame;

/**
 * A line of the menu.
 *
 * @param label what people read, in Spanish
 * @param href path below the application's root
 * @param current whether the page that is shown belongs to it
 * @param daily whether it stands in the bar and not below the person
 */
public record MenuEntry(String label, String href, boolean current, boolean daily) {
}
