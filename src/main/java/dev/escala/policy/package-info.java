/**
 * The policy of asking before committing: which situations must be asked about, when, and
 * who answers by when. Its rules are decision tables.
 */
package dev.escala.policy;
