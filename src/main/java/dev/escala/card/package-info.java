/**
 * The card above the form of a task: what to do, why you, by when. Knows no work that has
 * one.
 */
package dev.escala.card;
