/**
 * Each month a look at all customers for signs that they are leaving, kept with its
 * reasons, and rehearsals of it on past months. Knows nobody who acts on what it finds.
 */
package dev.escala.review;
