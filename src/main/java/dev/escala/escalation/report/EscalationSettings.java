package dev.escala.escalation.report;

import java.util.EnumSet;
import java.util.Set;

import dev.escala.escalation.EscalationType;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * What an organisation switches on or off.
 *
 * @param types types of escalation in use (001-05); all where not set
 */
@ConfigurationProperties("escala.escalation")
public record EscalationSettings(Set<EscalationType> types) {

	public EscalationSettings {
		types = (types == null || types.isEmpty()) ? EnumSet.allOf(EscalationType.class) : Set.copyOf(types);
	}

}
