package dev.escala.access.table;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The document about who may call what is made from the table. */
class AccessDocumentTests {

	private static final Path GENERATED = Path.of("target", "access.md");

	private static final Path KEPT = Path.of("src", "docs", "access.md");

	@Test
	@DisplayName("The document shows the table as it is")
	void document() throws IOException {
		String rendered = AccessDocument.of(AccessTable.standing());
		Files.writeString(GENERATED, rendered);

		assertThat(KEPT).as("the table of access changed: copy %s to %s", GENERATED, KEPT)
			.exists()
			.content()
			.isEqualToNormalizingNewlines(rendered);
	}

}
