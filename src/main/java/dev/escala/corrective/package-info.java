/**
 * What keeps a cause from coming back: who does it by when, and whether it worked. Goes
 * on when its matter is closed. Knows no kind of matter, and not where an action comes
 * from.
 */
package dev.escala.corrective;
