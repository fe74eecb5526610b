package dev.escala.notification.http;

import java.net.InetAddress;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Addresses")
class AddressRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "1.1.1.1", "8.8.8.8", "9.255.255.255", "11.0.0.0", "100.63.255.255", "100.128.0.0",
			"126.255.255.255", "128.0.0.0", "169.253.255.255", "172.15.255.255", "172.32.0.0", "192.167.255.255",
			"192.169.0.0", "198.17.255.255", "198.20.0.0", "223.255.255.255", "2606:4700:4700::1111",
			"2a00:1450:4003::200e", "64:ff9b::8.8.8.8", "2002:808:808::1", "2001:4860:4860::8888" })
	@DisplayName("of the Internet may be connected to")
	void isPublic(String address) throws Exception {
		assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "127.0.0.1, true", "127.255.255.255, true", "10.0.0.1, true", "10.255.255.255, true",
			"172.16.0.1, true", "172.31.255.255, true", "192.168.1.1, true", "100.64.0.1, true",
			"100.127.255.255, true", "::1, true", "fc00::1, true", "fd12:3456:789a::1, true", "::ffff:127.0.0.1, true",
			"::ffff:10.1.2.3, true", "0.0.0.0, false", "0.1.2.3, false", "169.254.169.254, false", "192.0.0.8, false",
			"192.0.2.1, false", "192.88.99.1, false", "198.18.0.1, false", "198.19.255.255, false",
			"198.51.100.7, false", "203.0.113.9, false", "224.0.0.1, false", "239.255.255.255, false",
			"240.0.0.1, false", "255.255.255.255, false", "::, false", "::127.0.0.1, false",
			"::ffff:169.254.169.254, false", "fe80::1, false", "fec0::1, false", "ff02::1, false",
			"64:ff9b::127.0.0.1, false", "64:ff9b::10.0.0.1, false", "64:ff9b::169.254.169.254, false",
			"64:ff9b:1::1, false", "2002:7f00:1::1, false", "2002:a00:1::1, false", "2002:a9fe:a9fe::1, false",
			"2001::1, false", "2001:20::1, false", "2001:db8::1, false", "3fff::1, false", "100::1, false",
			"5f00::1, false", "4000::1, false" })
	@DisplayName("of one's own network are refused, unless a host is named; special ones always")
	void isNotPublic(String address, boolean ofOnesOwn) throws Exception {
		assertThat(AddressRules.isPublic(InetAddress.getByName(address))).isFalse();
		assertThat(AddressRules.isPrivate(InetAddress.getByName(address))).isEqualTo(ofOnesOwn);
	}

}
