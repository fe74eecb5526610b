package dev.escala.notification.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Set;

import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.SystemDefaultDnsResolver;

/**
 * Looks a host up once and hands on exactly the addresses that it has checked, so that a
 * name cannot mean something else a moment later. One bad address spoils the host: who
 * mixes them is up to something.
 */
public final class CheckedResolver implements DnsResolver {

	private final DnsResolver names;

	private final Set<String> privateHosts;

	/**
	 * Asks the operating system.
	 * @param privateHosts hosts, in lower case, that may have addresses of a private
	 * network or of this machine
	 */
	public CheckedResolver(Set<String> privateHosts) {
		this(SystemDefaultDnsResolver.INSTANCE, privateHosts);
	}

	CheckedResolver(DnsResolver names, Set<String> privateHosts) {
		this.names = names;
		this.privateHosts = Set.copyOf(privateHosts);
	}

	@Override
	public InetAddress[] resolve(String host) throws UnknownHostException {
		InetAddress[] addresses = this.names.resolve(host);
		if (addresses == null || addresses.length == 0) {
			throw new UnknownHostException(host);
		}
		boolean ours = this.privateHosts.contains(host.toLowerCase(java.util.Locale.ROOT));
		for (InetAddress address : addresses) {
			if (!AddressRules.isPublic(address) && !(ours && AddressRules.isPrivate(address))) {
				throw new RefusedAddressException(address);
			}
		}
		return addresses;
	}

	@Override
	public String resolveCanonicalHostname(String host) {
		return host;
	}

	/** The host has an address that is not connected to. */
	static final class RefusedAddressException extends UnknownHostException {

		private final String address;

		RefusedAddressException(InetAddress address) {
			super("refused address " + address.getHostAddress());
			this.address = address.getHostAddress();
		}

		String address() {
			return this.address;
		}

	}

}
