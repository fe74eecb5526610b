package dev.escala.architecture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

import com.tngtech.archunit.core.importer.ImportOption;
import dev.escala.EscalaApplication;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.core.Violations;
import org.springframework.modulith.docs.Documenter;
import org.springframework.modulith.docs.Documenter.DiagramOptions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Modules talk through their root packages, and their picture is generated. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ModuleTests {

	/** Not for longer than these tests: hundreds of megabytes. */
	private final ApplicationModules modules = ApplicationModules.of(EscalaApplication.class);

	private static final Path GENERATED = Path.of("target", "spring-modulith-docs", "components.puml");

	private static final Path KEPT = Path.of("src", "docs", "images", "modules.puml");

	@Test
	@DisplayName("No module uses the inside of another, and there is no cycle")
	void boundaries() {
		assertThat(this.modules.stream()).isNotEmpty();

		this.modules.verify();
	}

	@Test
	@DisplayName("Using the inside of another module is found")
	void breachIsFound() {
		ApplicationModules broken = ApplicationModules.of("dev.escala.architecture.fixtures.modules",
				(ImportOption) (location) -> true);

		assertThatExceptionOfType(Violations.class).isThrownBy(broken::verify).withMessageContaining("Secret");
	}

	@Test
	@DisplayName("The picture in the documents shows the modules as they are")
	void picture() throws IOException {
		new Documenter(this.modules)
			.writeModulesAsPlantUml(DiagramOptions.defaults().withStyle(DiagramOptions.DiagramStyle.UML));

		assertThat(lines(KEPT)).as("the modules changed: copy %s to %s", GENERATED, KEPT)
			.containsExactlyInAnyOrderElementsOf(lines(GENERATED));
	}

	private static List<String> lines(Path file) throws IOException {
		return Files.readAllLines(file).stream().map(String::strip).filter((line) -> !line.isEmpty()).toList();
	}

}
