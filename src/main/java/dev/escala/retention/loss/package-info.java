/**
 * Customers who were lost, with the figures of twelve months. Knows no case (004-29,
 * 004-32, 004-37).
 */
package dev.escala.retention.loss;
