/** The tasks for which there are cards, as the engine has them. Decides nothing. */
package dev.escala.card.process;
