/**
 * Tries an edited decision table on decisions of the past before anybody publishes it.
 * Reads records, writes only what it found, and never decides anything.
 */
@NamedInterface("replay")
package dev.escala.modelgate.replay;

import org.springframework.modulith.NamedInterface;
