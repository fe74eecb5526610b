/** What Escala changes in the tables of the engine. Knows nothing of the rest of it. */
package dev.escala.engine.persistence;
