/**
 * The answer to a complaint on paper: printed, kept byte by byte, handed to whoever posts
 * it. Knows no process, and neither writes nor decides what it says.
 */
@NamedInterface("paper")
package dev.escala.complaint.paper;

import org.springframework.modulith.NamedInterface;
