/**
 * What whoever has a login may send to the engine, by whichever door: each command is
 * looked at once more where it reaches the engine. Knows no feature and no web page.
 */
package dev.escala.engine.guard;
