/**
 * What staff hear themselves, from a customer or in the street (004-50): it becomes a
 * complaint, or it is kept as a note about the market. Knows no process.
 */
package dev.escala.heard;
