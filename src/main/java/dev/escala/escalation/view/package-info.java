/** What people see of a case. Changes nothing. */
@NamedInterface("view")
package dev.escala.escalation.view;

import org.springframework.modulith.NamedInterface;
