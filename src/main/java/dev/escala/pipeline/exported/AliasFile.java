package dev.escala.pipeline.exported;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The files that say how other systems call things: a header, and cells between
 * semicolons.
 */
final class AliasFile {

	private AliasFile() {
	}

	/** The cells of each line below the header. */
	static List<String[]> lines(String name) {
		try (InputStream file = AliasFile.class.getResourceAsStream("/pipeline/" + name)) {
			return new String(file.readAllBytes(), StandardCharsets.UTF_8).lines()
				.skip(1)
				.map((line) -> line.split(";", -1))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
