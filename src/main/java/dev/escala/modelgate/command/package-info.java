/** Judges files from the command line, without a database. */
@NamedInterface("command")
package dev.escala.modelgate.command;

import org.springframework.modulith.NamedInterface;
