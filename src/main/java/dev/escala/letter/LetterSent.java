package dev.escala.letter;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/**
 * A letter leaves for the customers of a matter. Published before the mail is made, which
 * names the date of the next communication.
 *
 * @param number the matter
 * @param intent why somebody wrote
 * @param author who wrote what they read
 * @param text what the customers read
 * @param letterId the letter
 */
public record LetterSent(CaseNumber number, LetterIntent intent, UserId author, String text, long letterId) {

}
