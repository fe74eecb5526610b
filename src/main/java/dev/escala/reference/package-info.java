/**
 * By what a case, a person and a customer are known: one small type each, so that the
 * compiler tells them apart. Knows no table, no module and nothing of what they name.
 */
package dev.escala.reference;
