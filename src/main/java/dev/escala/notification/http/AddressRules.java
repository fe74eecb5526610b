package dev.escala.notification.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.springframework.security.web.util.matcher.IpAddressMatcher;

/**
 * Which addresses may be connected to. What is not known to be public is refused: of IPv6
 * only the unicast space that is given out, of IPv4 all but the registry of special
 * addresses (RFC 6890).
 */
final class AddressRules {

	/** Reserved for networks of one's own: only for hosts that an operator has named. */
	private static final List<IpAddressMatcher> PRIVATE = matchers("10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16",
			"127.0.0.0/8", "100.64.0.0/10", "::1/128", "fc00::/7");

	/**
	 * For nobody: this network, link-local (where clouds keep their secrets), protocol
	 * assignments, documentation, relays, benchmarks, multicast and reserved.
	 */
	private static final List<IpAddressMatcher> SPECIAL = matchers("0.0.0.0/8", "169.254.0.0/16", "192.0.0.0/24",
			"192.0.2.0/24", "192.88.99.0/24", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4",
			"240.0.0.0/4", "2001::/23", "2001:db8::/32", "3fff::/20");

	private static final IpAddressMatcher GIVEN_OUT = new IpAddressMatcher("2000::/3");

	/** Carries an IPv4 address in its last four bytes. */
	private static final IpAddressMatcher NAT64 = new IpAddressMatcher("64:ff9b::/96");

	/** Carries an IPv4 address in its third to sixth byte. */
	private static final IpAddressMatcher SIX_TO_FOUR = new IpAddressMatcher("2002::/16");

	private AddressRules() {
	}

	/** Whether anybody on the Internet can have this address. */
	static boolean isPublic(InetAddress address) {
		// Java makes an IPv4 address of a mapped one (::ffff:a.b.c.d) by itself.
		if (address instanceof Inet4Address) {
			return !matches(PRIVATE, address) && !matches(SPECIAL, address);
		}
		if (matches(List.of(NAT64), address)) {
			return isPublic(embedded(address, 12));
		}
		if (matches(List.of(SIX_TO_FOUR), address)) {
			return isPublic(embedded(address, 2));
		}
		return matches(List.of(GIVEN_OUT), address) && !matches(SPECIAL, address);
	}

	/** Whether it belongs to a network of one's own, or to this machine. */
	static boolean isPrivate(InetAddress address) {
		return matches(PRIVATE, address);
	}

	private static InetAddress embedded(InetAddress address, int from) {
		return of(Arrays.copyOfRange(address.getAddress(), from, from + 4));
	}

	private static boolean matches(List<IpAddressMatcher> networks, InetAddress address) {
		// Without the name of an interface, which is no part of the number.
		String number = of(address.getAddress()).getHostAddress();
		return networks.stream().anyMatch((network) -> network.matches(number));
	}

	private static InetAddress of(byte[] bytes) {
		try {
			return InetAddress.getByAddress(bytes);
		}
		catch (UnknownHostException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

	private static List<IpAddressMatcher> matchers(String... networks) {
		return Stream.of(networks).map(IpAddressMatcher::new).toList();
	}

}
