/** What a user task that ends in a letter builds on. Knows no such task. */
@NamedInterface("task")
package dev.escala.letter.task;

import org.springframework.modulith.NamedInterface;
