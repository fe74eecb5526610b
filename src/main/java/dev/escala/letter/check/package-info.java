/**
 * What is good to write to a customer, as text: knows no matter, no mail and no process.
 */
@NamedInterface("check")
package dev.escala.letter.check;

import org.springframework.modulith.NamedInterface;
