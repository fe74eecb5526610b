/**
 * The table of access: every route that there is, and to whom it is open. A new route is
 * registered here; it decides by role only, never by row, and knows no feature.
 */
package dev.escala.access.table;
