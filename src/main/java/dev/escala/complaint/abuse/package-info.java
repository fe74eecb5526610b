/**
 * Abuse of staff: who was abused is taken out, a superior's group goes on, by letter
 * only. Knows no complaint, only the number of a matter.
 */
@NamedInterface("abuse")
package dev.escala.complaint.abuse;

import org.springframework.modulith.NamedInterface;
