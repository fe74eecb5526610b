package dev.escala.browser;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.microsoft.playwright.Mouse;
import com.microsoft.playwright.Page;
import dev.escala.support.Browser;
import dev.escala.support.NpmPackages;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The models in the editor that Camunda Modeler is made of, with a mouse. Modeler knows
 * collapsed event sub-processes but cannot make them, so nobody would get one back that
 * it loses.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("A process owner opens a model in Modeler, moves something on each sheet and saves")
class ModelerInBrowserTests {

	private static final Map<String, String> EDITOR = Map.of("bpmn-js", "18.31.1", "camunda-bpmn-moddle", "8.0.1");

	private Browser browser;

	private Page page;

	static Stream<Path> models() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
			return files.filter((file) -> file.toString().endsWith(".bpmn")).sorted().toList().stream();
		}
	}

	@BeforeAll
	void openTheEditor() throws IOException {
		NpmPackages packages = NpmPackages.install("npm-editor", EDITOR);
		this.browser = Browser.start();
		this.page = this.browser.newPage();
		this.page.setContent("<div id='editor' style='width: 1380px; height: 880px'></div>");
		for (String style : List.of("diagram-js.css", "bpmn-js.css")) {
			this.page.addStyleTag(new Page.AddStyleTagOptions().setPath(packages.file("bpmn-js/dist/assets/" + style)));
		}
		this.page.addScriptTag(
				new Page.AddScriptTagOptions().setPath(packages.file("bpmn-js/dist/bpmn-modeler.production.min.js")));
		this.page.addScriptTag(new Page.AddScriptTagOptions()
			.setContent(Files.readString(Path.of("src/test/resources/modeler/editor.js"))));
		this.page.evaluate("(camunda) => startEditor(JSON.parse(camunda))",
				Files.readString(packages.file("camunda-bpmn-moddle/resources/camunda.json")));
	}

	@AfterAll
	void leave() {
		if (this.browser != null) {
			this.browser.close();
		}
	}

	@ParameterizedTest
	@MethodSource("models")
	@DisplayName("Every sheet and everything that the model means is still there")
	void nothingIsLost(Path file) throws IOException {
		String xml = Files.readString(file);
		DrawnModel before = new DrawnModel(xml);

		List<String> warnings = strings(this.page.evaluate("(xml) => openModel(xml)", xml));
		List<String> handles = strings(this.page.evaluate("() => handles()"));
		handles.forEach(this::drag);
		DrawnModel after = new DrawnModel((String) this.page.evaluate("() => saveModel()"));

		assertThat(warnings).isEmpty();
		assertThat(handles).hasSizeGreaterThanOrEqualTo(before.sheets().size())
			.allSatisfy((id) -> assertThat(after.placeOf(id)).as(id).isNotEqualTo(before.placeOf(id)));
		assertThat(after.sheets()).isEqualTo(before.sheets());
		assertThat(after.meaning()).containsExactlyElementsOf(before.meaning());
	}

	/** Takes something on its sheet and drops it a little higher. */
	private void drag(String id) {
		Map<?, ?> place = (Map<?, ?>) this.page.evaluate("(id) => show(id)", id);
		double x = ((Number) place.get("x")).doubleValue();
		double y = ((Number) place.get("y")).doubleValue();
		Mouse mouse = this.page.mouse();
		mouse.move(x, y);
		mouse.down();
		mouse.move(x - 10, y - 12, new Mouse.MoveOptions().setSteps(4));
		mouse.up();
	}

	private static List<String> strings(Object list) {
		return ((List<?>) list).stream().map(String.class::cast).toList();
	}

}
