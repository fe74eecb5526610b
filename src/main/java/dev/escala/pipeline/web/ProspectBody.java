package dev.escala.pipeline.web;

import dev.escala.pipeline.SaveProspect;

/**
 * A prospect as a client sends it.
 *
 * @param code may be left out: one is made, or the address names it
 */
record ProspectBody(String code, String name, String sector, Integer employees, String language) {

	SaveProspect toCommand(String knownCode) {
		return new SaveProspect(knownCode, this.name, this.sector, this.employees, this.language);
	}
}
