/**
 * The call some days after something ended, to ask how it goes (004-57): whom, when and
 * by whom is a table's. Knows neither stages of sales nor terms of complaints.
 */
package dev.escala.followup;
