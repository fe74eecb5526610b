/** What a user task of a level builds on. Knows no such task. */
@NamedInterface("task")
package dev.escala.level.task;

import org.springframework.modulith.NamedInterface;
