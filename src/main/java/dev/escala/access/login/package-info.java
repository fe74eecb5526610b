/**
 * How a name and a password become a caller: the hash, the rules for passwords, and what
 * lets whoever guesses wait. Knows no role and no path; {@code access} uses it, never the
 * reverse.
 */
package dev.escala.access.login;
