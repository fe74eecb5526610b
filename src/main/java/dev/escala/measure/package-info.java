/**
 * What things are measured by, month by month: figures that modules count of what
 * happened and figures that a person enters. Knows nothing of who measures what, nor of
 * any of what is counted.
 */
package dev.escala.measure;
