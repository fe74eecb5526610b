package dev.escala.startup;

import java.io.File;
import java.net.InetAddress;
import java.net.URI;
import java.net.URL;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.Period;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import dev.escala.text.Shortening;

import org.springframework.boot.context.properties.source.ConfigurationProperty;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.boot.context.properties.source.ConfigurationPropertySources;
import org.springframework.boot.origin.Origin;
import org.springframework.boot.origin.PropertySourceOrigin;
import org.springframework.boot.origin.SystemEnvironmentOrigin;
import org.springframework.boot.origin.TextResourceOrigin;
import org.springframework.core.env.CommandLinePropertySource;
import org.springframework.core.env.Environment;
import org.springframework.core.env.SystemEnvironmentPropertySource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.util.ClassUtils;
import org.springframework.util.unit.DataSize;

/** How a property, its value and the place where it was set are called to operators. */
class PropertyWords {

	private static final int LONGEST_VALUE = 80;

	private static final Pattern SECRET = Pattern.compile("password|passwd|secret|token|credential|(^|[._-])key",
			Pattern.CASE_INSENSITIVE);

	private static final Pattern SECRET_IN_URL = Pattern.compile("://[^/]*@|password=", Pattern.CASE_INSENSITIVE);

	private static final Map<Class<?>, String> ALLOWED = Map.ofEntries(Map.entry(Integer.class, "a whole number"),
			Map.entry(Long.class, "a whole number"), Map.entry(Short.class, "a whole number"),
			Map.entry(Byte.class, "a whole number"), Map.entry(Double.class, "a number"),
			Map.entry(Float.class, "a number"), Map.entry(Boolean.class, "true or false"),
			Map.entry(Duration.class, "a duration such as PT20S, 20s or 5m"),
			Map.entry(Period.class, "a period such as P30D"), Map.entry(LocalTime.class, "a time such as 09:00"),
			Map.entry(DataSize.class, "a size such as 20MB"),
			Map.entry(ZoneId.class, "a time zone such as Europe/Madrid"),
			Map.entry(InetAddress.class, "an address or the name of a host that exists"),
			Map.entry(URI.class, "an address such as https://escala.example"),
			Map.entry(URL.class, "an address such as https://escala.example"),
			Map.entry(Charset.class, "a character set such as UTF-8"), Map.entry(Path.class, "a path"),
			Map.entry(File.class, "a path"), Map.entry(Resource.class, "a file such as file:/etc/escala/name.txt"));

	private final Environment environment;

	/**
	 * Creates the words.
	 * @param environment the settings, or {@code null} where they are not there yet
	 */
	PropertyWords(Environment environment) {
		this.environment = environment;
	}

	/** The sentence. */
	String wrong(String name, Object value, String where, String complaint) {
		StringBuilder sentence = new StringBuilder(name);
		if (isSecret(name) || (value != null && SECRET_IN_URL.matcher(value.toString()).find())) {
			sentence.append(" has a value that is not shown here");
		}
		else if (value != null) {
			sentence.append(" is \"").append(shown(value)).append('"');
		}
		sentence.append(where.isEmpty() ? "" : " (" + where + ")");
		sentence.append((value != null || isSecret(name)) ? ", but " : " ").append(complaint);
		return sentence.toString().replaceAll("\\.+$", "") + ".";
	}

	/** Adds to a sentence where the property was set. */
	String withOrigin(String sentence, String where) {
		String text = sentence.replaceAll("\\.+$", "");
		return where.isEmpty() ? text + "." : text + " (" + where + ").";
	}

	/** What a value of the type looks like. */
	static String allowed(Class<?> type, Throwable root) {
		Class<?> wanted = ClassUtils.resolvePrimitiveIfNecessary(type);
		if (wanted.isEnum()) {
			return "one of " + Arrays.stream(wanted.getEnumConstants())
				.map((constant) -> ((Enum<?>) constant).name())
				.collect(Collectors.joining(", "));
		}
		if (ALLOWED.containsKey(wanted)) {
			return ALLOWED.get(wanted);
		}
		// A type of our own says it itself.
		return wanted.getName().startsWith("dev.escala.") ? firstLine(root)
				: "something that can be read as " + wanted.getSimpleName();
	}

	static boolean isSecret(String name) {
		return SECRET.matcher(name).find();
	}

	static String firstLine(Throwable failure) {
		return Optional.ofNullable(failure)
			.map(Throwable::getMessage)
			.flatMap((message) -> message.lines().findFirst())
			.orElse("no reason is known");
	}

	Optional<ConfigurationProperty> find(String name) {
		if (this.environment == null) {
			return Optional.empty();
		}
		ConfigurationPropertyName wanted = ConfigurationPropertyName.of(name);
		for (ConfigurationPropertySource source : ConfigurationPropertySources.get(this.environment)) {
			ConfigurationProperty property = source.getConfigurationProperty(wanted);
			if (property != null) {
				return Optional.of(property);
			}
		}
		return Optional.empty();
	}

	/** Where the property was set, or nothing where nobody knows. */
	String origin(String name) {
		return find(name).map(ConfigurationProperty::getOrigin).map(this::origin).orElse("");
	}

	String origin(Origin origin) {
		if (origin instanceof PropertySourceOrigin source) {
			if (source.getOrigin() != null) {
				return origin(source.getOrigin());
			}
			if (source.getPropertySource() instanceof CommandLinePropertySource<?>) {
				return "on the command line";
			}
			if (source.getPropertySource() instanceof SystemEnvironmentPropertySource) {
				return origin(new SystemEnvironmentOrigin(source.getPropertyName()));
			}
			return source.getPropertySource().getName().equals("systemProperties")
					? "by the system property -D" + source.getPropertyName()
					: "in " + source.getPropertySource().getName();
		}
		if (origin instanceof SystemEnvironmentOrigin variable) {
			return "by the environment variable " + variable.getProperty();
		}
		if (origin instanceof TextResourceOrigin text) {
			String file = (text.getResource() instanceof ClassPathResource)
					? "Escala's own " + text.getResource().getFilename() : file(text.getResource());
			return "in " + file + ((text.getLocation() != null) ? ", line " + (text.getLocation().getLine() + 1) : "");
		}
		return "";
	}

	private static String file(Resource resource) {
		return String.valueOf(resource).replaceAll("^.*\\[(.*)]$", "$1");
	}

	private static String shown(Object value) {
		String text = value.toString().replaceAll("\\p{Cntrl}", " ");
		return Shortening.withEllipsis(text, LONGEST_VALUE);
	}

}
