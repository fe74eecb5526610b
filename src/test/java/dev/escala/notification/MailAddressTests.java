package dev.escala.notification;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MailAddressTests {

	@ParameterizedTest
	@ValueSource(strings = { "ana@acme.es", "ana.ruiz+casos@sub.acme.example", "o'hara@acme.ie", "ana@cañón.es" })
	@DisplayName("An address that mail can be sent to has no problem")
	void acceptsWhatMailCanBeSentTo(String address) {
		assertThat(MailAddress.problem(address)).isNull();
	}

	@ParameterizedTest
	@NullSource
	@ValueSource(strings = { "", "  ", "ana", "ana@", "@acme.es", "ana ruiz@acme.es", "ana@acme..es", "ana@@acme.es",
			"a@acme.es, b@acme.es", "Ana <ana@acme.es>", "lista: a@acme.es;", "ana@acme.es\r\nBcc: x@y.es",
			"ana@acme.es\n", "josé@acme.es", "ana@acme.es\u0000", "<ana@acme.es" })
	@DisplayName("An impossible address is told in a Spanish sentence")
	void refusesWhatNoServerWouldTake(String address) {
		assertThat(MailAddress.problem(address)).isNotBlank().endsWith(".");
	}

	@Test
	void writesADomainWithAccentsInAscii() {
		assertThat(MailAddress.withAsciiDomain("ana@español.es")).isEqualTo("ana@xn--espaol-zwa.es");
	}

}
