/**
 * Ends what is held about a person outside. Knows no feature: whoever keeps whole records
 * of people brings a {@link dev.escala.erasure.PersonalRecords}.
 */
package dev.escala.erasure;
