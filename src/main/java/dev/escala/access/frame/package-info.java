/**
 * What stands around every page for staff, and where somebody begins. It asks the table
 * of access what to offer and knows no page's inside.
 */
package dev.escala.access.frame;
