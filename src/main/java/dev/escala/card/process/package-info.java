/** The tasks for which there are cards, as the engine has them. */
package dev.escala.card.process;
