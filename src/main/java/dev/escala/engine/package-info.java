/**
 * How the process engine runs here: time, guards, typed variables, refusals. Knows no
 * feature.
 */
package dev.escala.engine;
