/**
 * What must not be done to the service or the account of whoever complains (Ley 10/2025,
 * arts. 4.4 and 13.8). Neither suspends nor collects anything: other systems are told.
 */
@NamedInterface("hold")
package dev.escala.complaint.hold;

import org.springframework.modulith.NamedInterface;
