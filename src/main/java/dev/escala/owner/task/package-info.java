/** What a user task of the owner builds on. Knows no such task. */
@NamedInterface("task")
package dev.escala.owner.task;

import org.springframework.modulith.NamedInterface;
