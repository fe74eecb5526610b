/**
 * Ends what is held about a person outside, or about a matter whose time is over. Knows
 * no feature but the tables that all matters share: whoever keeps whole records of people
 * brings a {@link dev.escala.erasure.PersonalRecords}, whoever keeps a matter's texts its
 * {@link dev.escala.erasure.Texts}.
 */
package dev.escala.erasure;
