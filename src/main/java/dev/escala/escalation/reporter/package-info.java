/**
 * Whoever reported a case hears what becomes of it. Changes no case, and nobody else of
 * the escalation knows this package.
 */
@NamedInterface("reporter")
package dev.escala.escalation.reporter;

import org.springframework.modulith.NamedInterface;
