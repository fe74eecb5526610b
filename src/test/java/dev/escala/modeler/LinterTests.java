package dev.escala.modeler;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.escala.support.NpmPackages;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("Modeler's linter, with our plugin in it")
class LinterTests {

	private static final Map<String, String> LINTER = Map.of("bpmnlint", "11.13.0", "bpmn-moddle", "9.0.4",
			"camunda-bpmn-moddle", "7.0.1", "@bpmn-io/element-templates-validator", "2.26.0");

	@TempDir
	private Path folder;

	@Test
	@DisplayName("finds nothing in our own models, nor do the rules that it recommends")
	void ours() throws Exception {
		try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
			assertThat(said(files.filter((file) -> file.toString().endsWith(".bpmn")).sorted().toList())).isEmpty();
		}
	}

	@Test
	@DisplayName("says of each kind of mistake what to do, in Spanish")
	void mistakes() throws Exception {
		Path model = this.folder.resolve("mistakes.bpmn");
		Files.copy(Path.of("src/test/resources/modeler/mistakes.bpmn"), model);

		assertThat(said(List.of(model)).stream().filter((line) -> line.contains("\tescala/")))
			.containsExactlyInAnyOrderElementsOf(
					Files.readAllLines(Path.of("src/test/resources/modeler/mistakes.txt")));
	}

	@Test
	@DisplayName("and its validator take every template for what it is")
	void templates() throws Exception {
		assertThat(node("templates.mjs", Path.of(".camunda", "element-templates", "escala.json"), List.of())).isEmpty();
	}

	private static List<String> said(List<Path> models) throws IOException, InterruptedException {
		return node("lint.mjs", ModelerFiles.PLUGIN.resolve("client.js"), models);
	}

	private static List<String> node(String script, Path first, List<Path> more)
			throws IOException, InterruptedException {
		NpmPackages packages = NpmPackages.install("npm-linter", LINTER);
		List<String> command = new ArrayList<>(List.of("node", "src/test/resources/modeler/" + script,
				packages.folder().toString(), first.toString()));
		more.forEach((file) -> command.add(file.toString()));
		Process node = new ProcessBuilder(command).redirectErrorStream(true).start();
		String said = new String(node.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(node.waitFor()).as(said).isZero();
		return said.lines().toList();
	}

}
