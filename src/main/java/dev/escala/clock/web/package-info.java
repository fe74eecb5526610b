/** Clocks over HTTP, and how programs read them. Decides nothing. */
@NamedInterface("web")
package dev.escala.clock.web;

import org.springframework.modulith.NamedInterface;
