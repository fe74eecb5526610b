/**
 * Prospects and opportunities that are pursued, each from stage to stage until it is won
 * or lost. Knows no case and no complaint.
 */
package dev.escala.pursuit;
