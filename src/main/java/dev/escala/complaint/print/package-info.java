/**
 * Prints documents that have to be readable in thirty years. Knows no complaint and no
 * document, only what they are made of.
 */
@NamedInterface("print")
package dev.escala.complaint.print;

import org.springframework.modulith.NamedInterface;
