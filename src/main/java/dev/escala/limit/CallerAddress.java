package dev.escala.limit;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.HexFormat;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

/**
 * From where a request comes, as far as it is counted. Somebody with IPv6 has a whole
 * network of addresses at home, so that only the first 64 bits tell one from another.
 * Behind a proxy the address is the forwarded one where a proxy is declared.
 */
public final class CallerAddress {

	private static final int NETWORK_BYTES = 8;

	private static final int IPV6_BYTES = 16;

	private CallerAddress() {
	}

	/** Of the request that a controller is answering, or {@code -}. */
	public static String current() {
		return (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes current)
				? of(current.getRequest()) : "-";
	}

	public static String of(HttpServletRequest request) {
		return of(request.getRemoteAddr());
	}

	static String of(String address) {
		if (address == null || !address.contains(":")) {
			return String.valueOf(address);
		}
		try {
			// Never asks a name server: what has a colon is no name.
			byte[] bytes = InetAddress.getByName(address).getAddress();
			return (bytes.length == IPV6_BYTES)
					? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(bytes, NETWORK_BYTES)) + "/64"
					: InetAddress.getByAddress(bytes).getHostAddress();
		}
		catch (UnknownHostException ex) {
			return address;
		}
	}

}
