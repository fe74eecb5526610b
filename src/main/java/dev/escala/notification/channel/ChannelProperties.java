package dev.escala.notification.channel;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import dev.escala.notification.Channel;
import dev.escala.startup.StartupProblem;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How messages leave, beside what {@code spring.mail} says. What is wrong stops the start
 * with a sentence that names the property and never its value, which may be a secret.
 *
 * @param retries waiting times after the first, second… attempt that failed, each from a
 * second to seven days, 20 at most
 * @param mailConnections how many mails a node hands to the mail server at once, from 1
 * to 20; some servers of large providers refuse more than three
 * @param timeout how long a post may take as a whole, from a second to two minutes
 * @param privateHosts hosts that may have addresses of a private network
 * @param plainHttpHosts hosts that may be spoken to without encryption
 * @param endpoints the endpoints by their name
 */
@ConfigurationProperties("escala.channels")
record ChannelProperties(@DefaultValue( {
		"PT10S", "PT1M", "PT5M", "PT15M", "PT1H", "PT2H", "PT4H", "PT8H", "PT16H", "PT16H" }) List<Duration> retries,
		@DefaultValue("3") int mailConnections, @DefaultValue("PT20S") Duration timeout,
		@DefaultValue Set<String> privateHosts, @DefaultValue Set<String> plainHttpHosts, Map<String, Entry> endpoints){

	private static final String PREFIX = "escala.channels.";

	private static final int MOST_RETRIES = 20;

	private static final int MOST_CONNECTIONS = 20;

	private static final Duration SHORTEST = Duration.ofSeconds(1);

	private static final Duration LONGEST_DELAY = Duration.ofDays(7);

	private static final Duration LONGEST_TIMEOUT = Duration.ofMinutes(2);

	ChannelProperties {
		endpoints = (endpoints == null) ? Map.of() : new LinkedHashMap<>(endpoints);
		privateHosts = lowerCase(privateHosts);
		plainHttpHosts = lowerCase(plainHttpHosts);
		if (retries.isEmpty() || retries.size() > MOST_RETRIES
				|| retries.stream().anyMatch((delay) -> !isWithin(delay, LONGEST_DELAY))) {
			throw new StartupProblem(
					PREFIX + "retries must be 1 to 20 durations from PT1S to P7D, for example PT10S,PT1M,PT1H.");
		}
		if (mailConnections < 1 || mailConnections > MOST_CONNECTIONS) {
			throw new StartupProblem(PREFIX + "mail-connections must be a number from 1 to " + MOST_CONNECTIONS + ".");
		}
		if (!isWithin(timeout, LONGEST_TIMEOUT)) {
			throw new StartupProblem(PREFIX + "timeout must be a duration from PT1S to PT2M.");
		}
		read(endpoints, plainHttpHosts);
	}

	/** The endpoints, in the order of the configuration. */
	List<Endpoint> read() {
		return read(this.endpoints, this.plainHttpHosts);
	}

	private static List<Endpoint> read(Map<String, Entry> endpoints, Set<String> plainHttpHosts) {
		return endpoints.entrySet()
			.stream()
			.map((entry) -> read(entry.getKey(), entry.getValue(), plainHttpHosts))
			.toList();
	}

	private static Endpoint read(String name, Entry entry, Set<String> plainHttpHosts) {
		String property = PREFIX + "endpoints." + name;
		require(name.matches("[a-z0-9][a-z0-9-]{0,39}"), property,
				"is not a name: use up to 40 lower-case letters, digits and hyphens");
		Channel channel = channel(property, entry.kind());
		URI url = url(property + ".url", entry.url(), plainHttpHosts);
		List<String> texts = (entry.secrets() == null) ? List.of() : entry.secrets();
		require(channel != Channel.WEBHOOK || !texts.isEmpty(), property + ".secrets",
				"is missing: a webhook is signed with at least one secret, " + WebhookSecret.PREFIX + "…");
		require(channel == Channel.WEBHOOK || texts.isEmpty(), property + ".secrets",
				"is for a WEBHOOK: Slack checks no signature, its URL is the secret");
		List<WebhookSecret> secrets = new ArrayList<>();
		for (int i = 0; i < texts.size(); i++) {
			String text = texts.get(i);
			secrets.add(reading(property + ".secrets[" + i + "]", () -> WebhookSecret.read(text.strip())));
		}
		Set<String> groups = (entry.groups() == null) ? Set.of() : entry.groups();
		require(!groups.isEmpty() && groups.stream().allMatch((group) -> group.matches("[A-Za-z0-9_-]{1,64}")),
				property + ".groups", "must name the groups whose messages it gets, or " + Endpoint.ALL);
		return new Endpoint(name, channel, url, secrets, groups);
	}

	private static Channel channel(String property, String kind) {
		return switch ((kind == null) ? "" : kind.strip().toUpperCase(Locale.ROOT)) {
			case "WEBHOOK" -> Channel.WEBHOOK;
			case "SLACK" -> Channel.SLACK;
			default -> throw new StartupProblem(property + ".kind must be WEBHOOK or SLACK.");
		};
	}

	private static URI url(String property, String text, Set<String> plainHttpHosts) {
		require(text != null && !text.isBlank(), property, "is missing");
		URI url = reading(property, () -> URI.create(text.strip()));
		require(url.getHost() != null && url.getUserInfo() == null && url.getFragment() == null, property,
				"must be a whole URL, https://host/path, without user and fragment");
		boolean plain = "http".equalsIgnoreCase(url.getScheme());
		require(plain || "https".equalsIgnoreCase(url.getScheme()), property, "must begin with https://");
		require(!plain || plainHttpHosts.contains(url.getHost().toLowerCase(Locale.ROOT)), property,
				"must begin with https://; without encryption only to hosts that " + PREFIX + "plain-http-hosts names");
		return url;
	}

	private static <T> T reading(String property, Supplier<T> reader) {
		try {
			return reader.get();
		}
		catch (IllegalArgumentException ex) {
			// Without the cause: that of a URL repeats it whole.
			throw new StartupProblem(property + " "
					+ ((ex.getCause() == null) ? ex.getMessage() : "is not a URL: it has characters that none has")
					+ ".");
		}
	}

	private static void require(boolean fulfilled, String property, String otherwise) {
		if (!fulfilled) {
			throw new StartupProblem(property + " " + otherwise + ".");
		}
	}

	private static boolean isWithin(Duration duration, Duration longest) {
		return duration != null && duration.compareTo(SHORTEST) >= 0 && duration.compareTo(longest) <= 0;
	}

	private static Set<String> lowerCase(Set<String> hosts) {
		return hosts.stream().map((host) -> host.strip().toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	/**
	 * One endpoint as it is written.
	 *
	 * @param kind {@code WEBHOOK} or {@code SLACK}
	 * @param url where to post
	 * @param secrets keys of a webhook, the newest first
	 * @param groups groups whose messages it gets, or {@code all}
	 */
	record Entry(String kind, String url, List<String> secrets, Set<String> groups) {

		@Override
		public String toString() {
			return this.kind + ", url and secrets not shown";
		}

	}

}
