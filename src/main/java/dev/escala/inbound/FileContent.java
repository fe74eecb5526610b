package dev.escala.inbound;

import java.util.Arrays;

/**
 * A file with what is in it.
 *
 * @param file what it is
 * @param content its bytes
 */
public record FileContent(InboundFile file, byte[] content) {

	@Override
	public boolean equals(Object other) {
		return other instanceof FileContent that && this.file.equals(that.file)
				&& Arrays.equals(this.content, that.content);
	}

	@Override
	public int hashCode() {
		return this.file.hashCode();
	}

}
