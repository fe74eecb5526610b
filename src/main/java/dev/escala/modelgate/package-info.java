/**
 * Judges models before they take effect: processes, tables and forms. Knows no feature;
 * what models may call and name is told by the {@code Vocabulary}.
 */
package dev.escala.modelgate;
