/**
 * Decision tables: evaluates them and remembers for each case which rule said what and
 * why.
 */
package dev.escala.routing;
