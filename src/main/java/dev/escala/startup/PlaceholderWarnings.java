package dev.escala.startup;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.boot.context.event.ApplicationStartedEvent;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.core.env.PropertySource;
import org.springframework.stereotype.Component;

/**
 * Warns of each bracketed placeholder of the procedure (hours, routes, names) that nobody
 * has set for this organisation: Escala runs on a default, and somebody must know it.
 */
@Component
class PlaceholderWarnings {

	private static final Logger log = LoggerFactory.getLogger(PlaceholderWarnings.class);

	private static final Map<String, String> PLACEHOLDERS = new LinkedHashMap<>();

	static {
		PLACEHOLDERS.put("escala.organisation-name", "the name that customers read");
		PLACEHOLDERS.put("escala.zone", "the business time zone");
		PLACEHOLDERS.put("escala.calendar.days", "the working days");
		PLACEHOLDERS.put("escala.calendar.opens", "the beginning of the working day");
		PLACEHOLDERS.put("escala.calendar.closes", "the end of the working day");
		PLACEHOLDERS.put("escala.customer-care.mail-from", "the sender of the mail to customers");
		PLACEHOLDERS.put("escala.internal-requests.groups.sales-scope", "who answers questions of sales and scope");
		PLACEHOLDERS.put("escala.internal-requests.groups.price", "who answers questions of price");
		PLACEHOLDERS.put("escala.internal-requests.groups.technical", "who answers technical questions");
		PLACEHOLDERS.put("escala.internal-requests.groups.legal", "who answers legal and contractual questions");
		PLACEHOLDERS.put("escala.internal-requests.pass-on", "the working time to pass an answer on to the customer");
	}

	private final Environment environment;

	PlaceholderWarnings(Environment environment) {
		this.environment = environment;
	}

	@EventListener(ApplicationStartedEvent.class)
	void warn() {
		PLACEHOLDERS.forEach((name, meaning) -> {
			if (!isSetByOperator(this.environment, name)) {
				log.warn("{} ({}) was never set: Escala uses its default.", name, meaning);
			}
		});
	}

	/**
	 * Whether the property comes from outside the packaged configuration. Environment
	 * variables count in their relaxed form ({@code ESCALA_CUSTOMERCARE_MAILFROM}).
	 */
	static boolean isSetByOperator(Environment environment, String name) {
		ConfigurationPropertyName wanted = ConfigurationPropertyName.of(name);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(environment)) {
			Optional<ConfigurationProperty> property = Optional.ofNullable(source.getConfigurationProperty(wanted));
			if (property.isPresent() && !isPackaged(source)) {
				return true;
			}
			if (source.containsDescendantOf(wanted).name().equals("PRESENT") && !isPackaged(source)) {
				return true; // a list is set by its elements
			}
		}
		return false;
	}

	private static boolean isPackaged(ConfigurationPropertySource source) {
		return source.getUnderlyingSource() instanceof PropertySource<?> underlying
				&& underlying.getName().contains("class path resource");
	}

}
