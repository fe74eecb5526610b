package dev.escala.access.web;

import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The same refusals for the engine's REST API and its web applications, which show what
 * stands in {@code message}.
 */
class EngineRefusals extends ApiRefusals {

	EngineRefusals(ObjectMapper json) {
		super(json);
	}

	@Override
	protected Object body(RefusalText text) {
		return new Problem(text.title(), text.status().value(), text.detail(), text.detail());
	}

	private record Problem(String title, int status, String detail, String message) {
	}

}
