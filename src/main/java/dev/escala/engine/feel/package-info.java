/** How the language of decision tables is read here. Knows no table. */
package dev.escala.engine.feel;
