/** How the language of decision tables is read here. Knows no table. */
@NamedInterface("feel")
package dev.escala.engine.feel;

import org.springframework.modulith.NamedInterface;
