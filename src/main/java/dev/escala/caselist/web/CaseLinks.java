package dev.escala.caselist.web;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.web.util.UriComponentsBuilder;

/**
 * Addresses of views of the list: each is the present one with something changed, and
 * begins at its first page.
 */
final class CaseLinks {

	private static final String PLACE = "lugar";

	private final Map<String, String> sent;

	CaseLinks(Map<String, String> sent) {
		this.sent = new LinkedHashMap<>(sent);
	}

	/** With another value; without the parameter where it is empty. */
	public String with(String name, String value) {
		return address("/casos", name, value);
	}

	/** Without the parameter. */
	public String without(String name) {
		return with(name, "");
	}

	/** All of it as a file. */
	public String export() {
		return address("/casos/exportar", PLACE, "");
	}

	/** What a form has to send along beside its own fields. */
	public Map<String, String> kept(String... own) {
		Map<String, String> kept = new LinkedHashMap<>(this.sent);
		kept.remove(PLACE);
		for (String name : own) {
			kept.remove(name);
		}
		return kept;
	}

	/** What narrows the list beside text, state and quick filter. */
	public boolean isNarrowed() {
		return !kept("texto", "estado", "filtro", "orden", "tamano").isEmpty();
	}

	/** The value as it was sent, or nothing. */
	public String value(String name) {
		return this.sent.getOrDefault(name, "");
	}

	private String address(String path, String name, String value) {
		Map<String, String> parameters = kept(name);
		if (!value.isEmpty()) {
			parameters.put(name, value);
		}
		UriComponentsBuilder builder = UriComponentsBuilder.fromPath(path);
		parameters.keySet().forEach((key) -> builder.queryParam(key, "{" + key + "}"));
		return builder.encode().buildAndExpand(parameters).toUriString();
	}

}
