package dev.escala.modelversion;

/**
 * One thing in which two versions differ.
 *
 * @param element the id of the element, rule or field
 * @param label what people call it
 * @param what which of its facts differs, in Spanish
 * @param before what it was, or {@code null} where there was none
 * @param after what it is, or {@code null} where there is none any more
 */
public record ModelChange(String element, String label, String what, String before, String after) {
}
