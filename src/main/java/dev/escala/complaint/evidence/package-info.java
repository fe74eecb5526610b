/**
 * The whole of one complaint as a file by which the organisation proves what it did (Ley
 * 10/2025, arts. 4.7 and 13.4). Changes nothing but who took one.
 */
@NamedInterface("evidence")
package dev.escala.complaint.evidence;

import org.springframework.modulith.NamedInterface;
