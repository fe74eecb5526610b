/**
 * Who sees a case and the data of its contacts: one rule for every reader. Knows nothing
 * of what it is about.
 */
package dev.escala.visibility;
