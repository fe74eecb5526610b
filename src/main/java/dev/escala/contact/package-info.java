/**
 * What a customer says to us while we work, by whichever way, and what follows from it.
 * Knows no kind of matter, and no letter that replies.
 */
package dev.escala.contact;
