package dev.escala.panel;

/**
 * Cases that were passed on from one team to another equally often (004-43).
 *
 * @param times how often; 3 stands for three and more
 * @param cases of those reported in the weeks
 */
public record Passed(int times, long cases) {
}
