/**
 * What makes a complaint good: the apology that fits whose fault it was and the remedies
 * that may be granted. Who may grant how much is kept to, also when two act at once.
 * Knows no complaint, only the number of a matter.
 */
@NamedInterface("remedy")
package dev.escala.complaint.remedy;

import org.springframework.modulith.NamedInterface;
