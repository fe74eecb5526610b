package dev.escala.inbound.sent;

import java.util.Arrays;

/**
 * A file that a customer sends without a mail.
 *
 * @param name as the customer's program calls it
 * @param content its bytes
 */
public record SentFile(String name, byte[] content) {

	@Override
	public boolean equals(Object other) {
		return other instanceof SentFile that && this.name.equals(that.name)
				&& Arrays.equals(this.content, that.content);
	}

	@Override
	public int hashCode() {
		return 31 * this.name.hashCode() + Arrays.hashCode(this.content);
	}

}
