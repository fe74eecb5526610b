/**
 * Holds the list of requirements, code and tests together: what is cited exists, what is
 * said to be shown is shown. Knows the documents and the sources as text, and no module.
 */
package dev.escala.requirements;
