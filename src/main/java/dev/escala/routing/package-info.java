/**
 * Decision tables: evaluates them and remembers for each case which rule said what and
 * why. Knows no table.
 */
package dev.escala.routing;
