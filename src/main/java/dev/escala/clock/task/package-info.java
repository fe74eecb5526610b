/** What a user task with a clock behind it builds on. Knows no such task. */
@NamedInterface("task")
package dev.escala.clock.task;

import org.springframework.modulith.NamedInterface;
