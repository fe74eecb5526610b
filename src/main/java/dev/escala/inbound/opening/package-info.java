/**
 * What begins with a mail: a kind of matter that a person opens because of what its
 * sender wrote. Knows no kind of matter.
 */
@NamedInterface("opening")
package dev.escala.inbound.opening;

import org.springframework.modulith.NamedInterface;
