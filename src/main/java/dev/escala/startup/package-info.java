/**
 * How Escala starts, or says in one sentence why it does not. Knows no feature and no
 * engine.
 */
package dev.escala.startup;
