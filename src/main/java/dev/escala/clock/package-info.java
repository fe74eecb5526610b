/**
 * The clocks of a matter: the ledger that says when each is over, and whatever keeps the
 * timers equal to it. Knows no kind of matter, and not what a missed clock leads to.
 */
package dev.escala.clock;
