/**
 * Customers who seem to be leaving: whom somebody calls, what is done, and whether they
 * buy again (004-28, 004-33 to 004-35). Knows no process.
 */
package dev.escala.retention;
