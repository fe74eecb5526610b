/**
 * Which norms rule a complaint and by when each of them wants it answered. What the norms
 * say are rows of decision tables; here they are chosen and counted. Knows no complaint,
 * only what the norms ask of one.
 */
@NamedInterface("regime")
package dev.escala.complaint.regime;

import org.springframework.modulith.NamedInterface;
