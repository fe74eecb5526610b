/**
 * Escala audits itself: what stands still is shown in health and metrics and told to
 * supervisors, once.
 */
package dev.escala.monitoring;
