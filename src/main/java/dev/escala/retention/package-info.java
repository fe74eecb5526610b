/**
 * Customers who seem to be leaving: what is done for them and whether they buy again.
 * Knows no process and looks for no signal (004-28, 004-33 to 004-35).
 */
package dev.escala.retention;
