package dev.escala.escalation.web;

import dev.escala.escalation.CaseDetail;
import dev.escala.validation.Fields;

/** Something to add to a case, as it was sent. */
record DetailBody(String kind, String text) {

	Checked checked() {
		Fields fields = new Fields();
		Checked checked = new Checked(fields.oneOf("kind", "la clase de dato", this.kind, CaseDetail.Kind.class, null),
				fields.requiredLine("text", "el texto", this.text, 500));
		fields.done();
		return checked;
	}

	record Checked(CaseDetail.Kind kind, String text) {
	}

}
