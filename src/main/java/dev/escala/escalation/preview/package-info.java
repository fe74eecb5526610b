/** What would happen with a case before it exists. Writes nothing. */
@NamedInterface("preview")
package dev.escala.escalation.preview;

import org.springframework.modulith.NamedInterface;
