/**
 * The policy of asking before committing: which situations must be asked about, when, and
 * who answers by when. Its rules are decision tables. Knows no request.
 */
package dev.escala.policy;
