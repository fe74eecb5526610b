/**
 * Whoever asks for a human or a superior gets one, in time. When they asked and when they
 * were attended is kept, and counted by month. Knows no complaint, only the number of a
 * matter.
 */
@NamedInterface("attention")
package dev.escala.complaint.attention;

import org.springframework.modulith.NamedInterface;
