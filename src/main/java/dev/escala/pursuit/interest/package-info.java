/**
 * Whoever shows interest by themselves, by a mail that a person judged. Knows no stage
 * and no page.
 */
package dev.escala.pursuit.interest;
