/**
 * One list of all that people have to do with, of whatever kind, which is searched and
 * filtered. Shows only what the reader may see. Knows nothing of how any of it goes on.
 */
package dev.escala.caselist;
