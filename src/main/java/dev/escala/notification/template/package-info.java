/**
 * How a message becomes the mail that somebody reads, and how process owners change that.
 * Sends nothing.
 */
@NamedInterface("template")
package dev.escala.notification.template;

import org.springframework.modulith.NamedInterface;
