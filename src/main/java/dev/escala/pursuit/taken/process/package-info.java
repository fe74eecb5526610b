/** Tells the engine who imports. Decides nothing. */
package dev.escala.pursuit.taken.process;
