/**
 * Whoever shows interest by themselves, by a mail that a person judged or by a form on
 * the web. Knows no stage and no page.
 */
package dev.escala.pursuit.interest;
