package dev.escala.measure;

/**
 * What something is measured by, as somebody typed it.
 *
 * @param measure code of a measure, or blank where a person enters the figure
 * @param hours within how many hours, where the measure asks for them
 * @param figure the name of an entered figure
 * @param unit name of a {@link Unit}, of an entered figure
 * @param better {@code MORE} or {@code LESS}, of an entered figure
 */
public record SaidGauge(String measure, String hours, String figure, String unit, String better) {
}
