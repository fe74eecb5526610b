/**
 * How a case moves from one phase to the next until its end. Knows no task and no model.
 */
@NamedInterface("course")
package dev.escala.escalation.course;

import org.springframework.modulith.NamedInterface;
