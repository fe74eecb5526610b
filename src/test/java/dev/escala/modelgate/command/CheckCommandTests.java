package dev.escala.modelgate.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.escala.modelgate.ModelFile;
import dev.escala.modelgate.RefusedKinds;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What the command line says of files. */
class CheckCommandTests {

	@TempDir
	private Path folder;

	@Test
	@DisplayName("Our own models could be deployed")
	void ownModels() {
		assertThat(check("bpmn", "dmn")).startsWith("0 ").contains("archivos: se podrían desplegar.");
	}

	@Test
	@DisplayName("A bad model is told with place and advice, and the exit code says so")
	void badModel() throws IOException {
		for (ModelFile file : RefusedKinds.sound()) {
			Files.writeString(this.folder.resolve(file.name()),
					new String(file.content(), StandardCharsets.UTF_8)
						.replace("${warnOfDeadline}", "${warnOfDeadlines}")
						.replace("name=\"Empezado\"", ""));
		}

		assertThat(check(this.folder.toString())).startsWith("1 ")
			.contains("Por corregir (1):",
					"small-case.bpmn, «Avisar del aviso» (serviceTask_tell): El bean «warnOfDeadlines» no se permite aquí. ¿Quería decir «warnOfDeadline»?",
					"Para tener en cuenta (1):", "small-case.bpmn, event_begun: No tiene nombre.",
					"3 archivos: no se desplegaría nada.");
	}

	@Test
	@DisplayName("Without a file it tells how it is used")
	void usage() {
		assertThat(check()).startsWith("2 ").contains("Uso: check");
		assertThat(check(this.folder.resolve("nothing.bpmn").toString())).startsWith("2 ").contains("No se puede leer");
		assertThat(CheckCommand.isOne(new String[] { "check", "bpmn" })).isTrue();
		assertThat(CheckCommand.isOne(new String[] { "--server.port=1" })).isFalse();
	}

	private static String check(String... paths) {
		String[] args = new String[paths.length + 1];
		args[0] = "check";
		System.arraycopy(paths, 0, args, 1, paths.length);
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		int code = CheckCommand.run(args, new PrintStream(out, true, StandardCharsets.UTF_8));
		return code + " " + out.toString(StandardCharsets.UTF_8);
	}

}
