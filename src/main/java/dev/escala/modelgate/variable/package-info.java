/**
 * Which variables a process reads, which of them somebody writes, and what they may hold
 * then. Runs nothing of the application.
 */
package dev.escala.modelgate.variable;
