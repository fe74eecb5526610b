/**
 * Escala audits itself: what stands still is shown in health and metrics and told to
 * supervisors, once. Knows no feature: each brings its own check.
 */
package dev.escala.monitoring;
