package dev.escala.matter;

/**
 * An open matter.
 *
 * @param number its number
 * @param kind the name of its {@link MatterKind}
 * @param processInstanceId the process instance that carries it, or {@code null}
 */
public record OpenMatter(String number, String kind, String processInstanceId) {
}
