package dev.escala.complaint.answer;

import java.util.List;

import dev.escala.complaint.regime.DisputeBody;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * In whose procedures this organisation takes part (Ley 7/2017, art. 40.3).
 *
 * @param adheredBodies how the names of these bodies begin in the table
 * {@code complaintBodies}; none by default
 */
@ConfigurationProperties("escala.complaints")
public record AdheredBodies(List<String> adheredBodies) {

	public AdheredBodies {
		adheredBodies = (adheredBodies == null) ? List.of() : List.copyOf(adheredBodies);
	}

	boolean has(DisputeBody body) {
		return this.adheredBodies.stream().anyMatch((name) -> body.name().startsWith(name.strip()));
	}

}
