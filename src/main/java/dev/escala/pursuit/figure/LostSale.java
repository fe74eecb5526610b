package dev.escala.pursuit.figure;

/**
 * Why one was lost.
 *
 * @param number of the prospect or opportunity with which the sale began
 * @param reason code of a row of {@code lossReasons}
 * @param competitor who got it, or {@code null}
 * @param weakPoints what was weak in our proposal, or {@code null}
 */
record LostSale(String number, String reason, String competitor, String weakPoints) {
}
