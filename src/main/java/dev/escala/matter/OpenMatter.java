package dev.escala.matter;

import dev.escala.reference.CaseNumber;

/**
 * An open matter.
 *
 * @param number its number
 * @param kind the name of its {@link MatterKind}
 * @param processInstanceId the process instance that carries it, or {@code null}
 */
public record OpenMatter(CaseNumber number, String kind, String processInstanceId) {
}
