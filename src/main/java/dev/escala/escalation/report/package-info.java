/**
 * How a report becomes a case, whichever way it comes in. Knows nothing of what follows
 * from it.
 */
@NamedInterface("report")
package dev.escala.escalation.report;

import org.springframework.modulith.NamedInterface;
