/**
 * The doors through which models come in: each deployment is judged, the verdict kept and
 * shown. Knows no rule by its name.
 */
package dev.escala.modelgate.door;
