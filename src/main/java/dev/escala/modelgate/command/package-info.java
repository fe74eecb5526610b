/** Judges files from the command line. Knows no database and no server. */
@NamedInterface("command")
package dev.escala.modelgate.command;

import org.springframework.modulith.NamedInterface;
