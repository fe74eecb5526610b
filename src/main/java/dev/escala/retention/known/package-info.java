/**
 * What we know of a customer at the next call (004-55): five lines above every form, and
 * what their page tells. Knows no kind of matter.
 */
package dev.escala.retention.known;
