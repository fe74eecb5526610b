package dev.escala.startup;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Addresses and networks as operators write them, as the regular expression by which
 * Tomcat knows its proxies.
 */
final class ProxyAddresses {

	private static final Pattern V4 = Pattern
		.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})(?:/(\\d{1,2}))?");

	private static final Pattern V6 = Pattern.compile("([0-9a-fA-F:.]*:[0-9a-fA-F:.]*)(?:/(\\d{1,3}))?");

	private ProxyAddresses() {
	}

	/**
	 * Matches exactly the addresses.
	 * @throws StartupProblem where one is no address and no network
	 */
	static String pattern(List<String> addresses) {
		return addresses.stream().map(ProxyAddresses::pattern).collect(Collectors.joining("|"));
	}

	private static String pattern(String text) {
		Matcher v4 = V4.matcher(text);
		if (v4.matches()) {
			return v4(text, v4);
		}
		Matcher v6 = V6.matcher(text);
		if (v6.matches()) {
			return v6(text, v6);
		}
		throw problem(text);
	}

	private static String v4(String text, Matcher matcher) {
		int length = (matcher.group(5) == null) ? 32 : Integer.parseInt(matcher.group(5));
		List<String> parts = new ArrayList<>();
		for (int i = 0; i < 4; i++) {
			int part = Integer.parseInt(matcher.group(i + 1));
			if (part > 255 || length > 32) {
				throw problem(text);
			}
			parts.add(part(part, Math.max(0, Math.min(8, length - 8 * i))));
		}
		return String.join("\\.", parts);
	}

	/** One of four numbers, of which the first bits are given. */
	private static String part(int value, int bits) {
		if (bits == 0) {
			return "\\d{1,3}";
		}
		int size = 1 << (8 - bits);
		int first = value / size * size;
		return IntStream.range(first, first + size)
			.mapToObj(Integer::toString)
			.collect(Collectors.joining("|", "(?:", ")"));
	}

	/** Java writes such an address in full, and Tomcat compares what Java writes. */
	private static String v6(String text, Matcher matcher) {
		int length = (matcher.group(2) == null) ? 128 : Integer.parseInt(matcher.group(2));
		if (length > 128 || length % 16 != 0) {
			throw problem(text);
		}
		try {
			String[] parts = InetAddress.getByName(matcher.group(1)).getHostAddress().split(":");
			if (parts.length != 8) {
				throw problem(text);
			}
			return IntStream.range(0, 8)
				.mapToObj((i) -> (16 * i < length) ? parts[i] : "[0-9a-f]{1,4}")
				.collect(Collectors.joining(":"));
		}
		catch (UnknownHostException ex) {
			throw problem(text);
		}
	}

	private static StartupProblem problem(String text) {
		return new StartupProblem(
				"escala.proxy (ESCALA_PROXY) must name addresses such as 10.1.2.3 or networks such as "
						+ "10.1.0.0/16 or fd00::/16, separated by commas; \"" + text + "\" is neither.");
	}

}
