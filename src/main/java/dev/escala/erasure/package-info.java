/**
 * The end of what is held about a person outside: what would go, what goes, what stays
 * and why, and an export of it. Knows no feature; whoever keeps whole records of people
 * brings a {@link dev.escala.erasure.PersonalRecords}.
 */
package dev.escala.erasure;
