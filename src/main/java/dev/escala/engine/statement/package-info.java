/**
 * How the engine makes the text of its SQL. Knows no table, no feature and no web page.
 */
package dev.escala.engine.statement;
