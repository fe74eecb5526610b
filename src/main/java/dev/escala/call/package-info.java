/**
 * Customers without an address are called: whatever others read by mail, somebody tells
 * them, and writes down that they did. Knows no kind of matter.
 */
package dev.escala.call;
