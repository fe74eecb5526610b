package dev.escala.policy;

import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Which groups of this organisation answer, by topic (000-23 to 000-26). A topic that is
 * not named here goes to the group of the decision table {@code requestRouting}.
 *
 * @param groups ids of groups in Camunda Admin by topic, for example
 * {@code escala.internal-requests.groups.price=pricing}
 */
@ConfigurationProperties("escala.internal-requests")
record RouteProperties(Map<Topic, String> groups) {

	RouteProperties {
		groups = (groups == null) ? Map.of() : Map.copyOf(groups);
	}

}
