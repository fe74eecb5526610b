/**
 * What a model names is there: in the same deployment, deployed, or on the list. Knows no
 * engine.
 */
package dev.escala.modelgate.reference;
