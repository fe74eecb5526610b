/**
 * The register of decisions: every internal decision with its conditions, its reasoning
 * and how long it holds, found again by the next similar question (000-32). Knows nothing
 * of who asked for a decision, or how.
 */
package dev.escala.decisionlog;
