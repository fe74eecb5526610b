/**
 * The stages of a pursuit, as its model and the tables of transitions say them, and the
 * one way from stage to stage. Knows no stage by its name.
 */
package dev.escala.pursuit.stage;
