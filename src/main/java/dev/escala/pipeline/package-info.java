/**
 * Whoever may become a customer: prospects, the register of those we rejected, and what
 * is looked up about them before anybody commits to anything. Knows customers, and
 * nothing of cases and requests.
 */
package dev.escala.pipeline;
