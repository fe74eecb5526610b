/**
 * Moves work to somebody who is there, and back: when an absence begins or ends, when
 * somebody leaves a group or the organisation. Knows no case and no kind of task.
 */
@NamedInterface("standin")
package dev.escala.handover.standin;

import org.springframework.modulith.NamedInterface;
