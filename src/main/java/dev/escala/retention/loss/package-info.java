/**
 * Customers who were lost: the register, the causes, and the figures of twelve months
 * (004-29, 004-32, 004-37). Knows no case.
 */
package dev.escala.retention.loss;
