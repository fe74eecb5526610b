/** The engine's part in versions of models. Compares nothing. */
package dev.escala.modelversion.process;
