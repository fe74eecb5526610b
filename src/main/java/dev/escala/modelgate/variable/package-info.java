/**
 * Which variables a process reads and which of them somebody writes. Knows no value of
 * any.
 */
package dev.escala.modelgate.variable;
