package dev.escala.startup;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.springframework.beans.factory.UnsatisfiedDependencyException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.InvalidConfigurationPropertyValueException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionFailedException;
import org.springframework.core.convert.ConverterNotFoundException;
import org.springframework.core.env.Environment;

/**
 * Says in one sentence which property is wrong, where it was set and what is allowed, for
 * our properties and everybody else's; Spring Boot's own report speaks of its classes.
 */
@Order(Ordered.HIGHEST_PRECEDENCE)
class WrongPropertyAnalyzer implements FailureAnalyzer {

	private static final Pattern PLACEHOLDER = Pattern.compile("\\$\\{([a-z0-9.-]+)");

	/** Our records name the property that they refuse first. */
	private static final Pattern NAMED_FIRST = Pattern.compile("(escala\\.[a-z0-9.-]*[a-z0-9])(\\[\\d+])?[: ].*",
			Pattern.DOTALL);

	private final PropertyWords words;

	WrongPropertyAnalyzer(Environment environment) {
		this.words = new PropertyWords(environment);
	}

	@Override
	public FailureAnalysis analyze(Throwable failure) {
		String sentence = null;
		for (Throwable cause = failure; cause != null && sentence == null; cause = cause.getCause()) {
			sentence = sentence(cause);
		}
		return (sentence != null) ? new FailureAnalysis(sentence, null, failure) : null;
	}

	private String sentence(Throwable failure) {
		if (failure instanceof BindException ex) {
			return bound(ex);
		}
		if (failure instanceof InvalidConfigurationPropertyValueException ex) {
			return this.words.wrong(ex.getName(), ex.getValue(), this.words.origin(ex.getName()),
					"cannot be used: " + ex.getReason());
		}
		if (failure instanceof UnsatisfiedDependencyException ex) {
			return injected(ex);
		}
		return ownRefusal(failure);
	}

	private String bound(BindException failure) {
		String refusal = ownRefusal(root(failure));
		if (refusal != null) {
			return refusal;
		}
		ConfigurationProperty property = failure.getProperty();
		String name = String.valueOf((property != null) ? property.getName() : failure.getName());
		Object value = (property != null) ? property.getValue() : null;
		String where = (property != null) ? this.words.origin(property.getOrigin()) : "";
		return this.words.wrong(name, value, where, complaint(failure.getCause(), name));
	}

	/** What a class of ours says where it refuses a value that could be read. */
	private String ownRefusal(Throwable failure) {
		if (failure instanceof IllegalArgumentException && failure.getMessage() != null) {
			Matcher named = NAMED_FIRST.matcher(failure.getMessage());
			if (named.matches()) {
				return this.words.withOrigin(failure.getMessage().strip(), this.words.origin(named.group(1)));
			}
		}
		return null;
	}

	private String complaint(Throwable failure, String name) {
		Class<?> type = null;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof ConversionFailedException conversion) {
				type = conversion.getTargetType().getType();
			}
			else if (cause instanceof ConverterNotFoundException conversion) {
				type = conversion.getTargetType().getType();
			}
		}
		if (type != null) {
			return "must be " + PropertyWords.allowed(type, root(failure));
		}
		return "cannot be used" + (PropertyWords.isSecret(name) ? "" : ": " + PropertyWords.firstLine(root(failure)));
	}

	/** A value that a constructor asks for by its name. */
	private String injected(UnsatisfiedDependencyException failure) {
		if (failure.getInjectionPoint() == null) {
			return null;
		}
		Value annotation = failure.getInjectionPoint().getAnnotation(Value.class);
		Matcher placeholder = PLACEHOLDER.matcher((annotation != null) ? annotation.value() : "");
		if (!placeholder.find() || failure.getInjectionPoint().getMethodParameter() == null) {
			return null;
		}
		String name = placeholder.group(1);
		Class<?> type = failure.getInjectionPoint().getMethodParameter().getParameterType();
		Optional<ConfigurationProperty> property = this.words.find(name);
		return this.words.wrong(name, property.map(ConfigurationProperty::getValue).orElse(null),
				this.words.origin(name), "must be " + PropertyWords.allowed(type, root(failure)));
	}

	private static Throwable root(Throwable failure) {
		Throwable root = failure;
		while (root != null && root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

}
