/**
 * Who gets a task that is meant for somebody who is away. Knows neither absences nor
 * deputies.
 */
@NamedInterface("receiver")
package dev.escala.engine.receiver;

import org.springframework.modulith.NamedInterface;
