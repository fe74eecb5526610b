/**
 * What becomes of one row of an import: whom it is about, where it wants to stand, and
 * what it changes. Knows no stage by its name, and neither pages nor files.
 */
package dev.escala.pursuit.taken.row;
