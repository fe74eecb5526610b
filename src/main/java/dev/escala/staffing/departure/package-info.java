/**
 * Who has left a group. Knows neither absences nor what anybody works on.
 */
@NamedInterface("departure")
package dev.escala.staffing.departure;

import org.springframework.modulith.NamedInterface;
