/**
 * What a complaint is answered: each of its points ruled on, and the letter that says so.
 * Knows a complaint by its number only, and none of its deadlines.
 */
@NamedInterface("answer")
package dev.escala.complaint.answer;

import org.springframework.modulith.NamedInterface;
