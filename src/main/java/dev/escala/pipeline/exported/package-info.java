/**
 * Reads what other systems export of prospects and opportunities. Tells whose export it
 * is, what each column is and which rows can be read; writes nothing, and knows neither
 * prospects nor processes.
 */
@NamedInterface("exported")
package dev.escala.pipeline.exported;

import org.springframework.modulith.NamedInterface;
