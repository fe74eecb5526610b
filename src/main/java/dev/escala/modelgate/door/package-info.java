/**
 * The doors through which models come in: each deployment is judged, the verdict kept and
 * shown.
 */
package dev.escala.modelgate.door;
