/** Replays in the browser. Decides nothing and compares nothing. */
package dev.escala.modelgate.replay.web;
