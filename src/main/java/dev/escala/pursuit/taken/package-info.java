/**
 * Takes what other systems export over into prospects and opportunities, row by row.
 * Knows no stage by its name, and no way from stage to stage but the one that people go.
 */
package dev.escala.pursuit.taken;
