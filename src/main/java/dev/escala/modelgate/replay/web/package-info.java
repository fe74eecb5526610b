/** Replays in the browser. */
package dev.escala.modelgate.replay.web;
