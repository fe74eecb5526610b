package dev.escala.modeler;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.Vocabulary.Kind;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("What Modeler offers and looks at is what Escala lets models call")
class ModelerFilesTests {

	private final ModelerFiles files = new ModelerFiles();

	@Test
	@DisplayName("The linter's plugin is made of its rules and of the list of the gate")
	void plugin() throws IOException {
		equal(ModelerFiles.PLUGIN.resolve("client.js"), this.files.client());
	}

	@Test
	@DisplayName("The templates are made of the tasks of our models")
	void templates() throws IOException {
		equal(Path.of(".camunda", "element-templates", "escala.json"), this.files.templates());
	}

	@Test
	@DisplayName("There is a template for each bean that does the work of a task, and for no other")
	void aTemplateForEachBean() {
		assertThat(this.files.tasks().keySet()).isEqualTo(Vocabulary.read().beans(Kind.DELEGATE));
	}

	private static void equal(Path kept, String made) throws IOException {
		Path target = Path.of("target", kept.getFileName().toString());
		Files.writeString(target, made);
		assertThat(kept).as("what models may call changed: copy %s to %s", target, kept)
			.exists()
			.content()
			.isEqualToNormalizingNewlines(made);
	}

}
