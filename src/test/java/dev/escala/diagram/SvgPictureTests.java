package dev.escala.diagram;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import javax.xml.parsers.DocumentBuilderFactory;

import dev.escala.diagram.Plane.Box;
import dev.escala.diagram.Plane.Flow;
import dev.escala.diagram.Plane.Look;
import dev.escala.diagram.Plane.Point;
import dev.escala.diagram.Plane.Shape;
import dev.escala.diagram.process.PlaneReader;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("The picture of a process")
class SvgPictureTests {

	@Test
	@DisplayName("Every model of ours is drawn, sheet by sheet, with each node and each arrow once")
	void models() throws Exception {
		int sheets = 0;
		for (Path file : files()) {
			for (Plane plane : PlaneReader.read(Bpmn.readModelFromFile(file.toFile()))) {
				Document svg = parsed(SvgPicture.draw(plane, Map.of(), Map.of(), Set.of(), "run"));
				assertThat(svg.getElementsByTagName("g").getLength()).as("%s, %s", file, plane.name())
					.isEqualTo(plane.shapes().size());
				assertThat(svg.getElementsByTagName("polyline").getLength()).isEqualTo(plane.flows().size());
				sheets++;
			}
		}
		assertThat(sheets).isGreaterThan(20);
	}

	@Test
	@DisplayName("The main process has its sheets by name, collapsed subprocesses lead to theirs, and what is named there is known")
	void sheets() {
		List<Plane> planes = PlaneReader
			.read(Bpmn.readModelFromFile(Path.of("bpmn/customer-escalation/customer-escalation.bpmn").toFile()));

		assertThat(planes.get(0).id()).isEqualTo("customerEscalation");
		assertThat(planes).extracting(Plane::name).contains("Crear", "Comunicar", "Resolver", "Cerrar");
		assertThat(planes.get(0).shapes()).filteredOn((shape) -> shape.id().equals("subProcess_create"))
			.extracting(Shape::look)
			.containsExactly(Look.SUBPROCESS);
		assertThat(planes.get(0).shapes().get(0).look()).as("what contains comes first")
			.isEqualTo(Look.OPEN_SUBPROCESS);
	}

	@Test
	@DisplayName("Passed and running elements say so, names cannot leave their place, and long ones are broken")
	void marks() throws Exception {
		Plane plane = new Plane("p", "Proceso",
				List.of(new Shape("a", "<b>Hacerse</b> cargo & \"seguir\" con lo que haga falta", Look.USER_TASK,
						new Box(0, 0, 100, 80), null),
						new Shape("b", "Fin", Look.END, new Box(150.5, 20, 36, 36), new Box(150, 60, 40, 14))),
				List.of(new Flow("f", "sí", List.of(new Point(100, 40), new Point(150, 40)),
						new Box(110, 20, 20, 14))));
		Map<String, Passage> passages = Map.of("a", new Passage("a", 2, Instant.EPOCH, Duration.ofHours(2), true));

		String svg = SvgPicture.draw(plane, passages, Map.of("a", "2× 2 h"), Set.of("a"), "run");

		NodeList groups = parsed(svg).getElementsByTagName("g");
		assertThat(groups.item(0).getAttributes().getNamedItem("class").getNodeValue()).isEqualTo("user-task now");
		assertThat(groups.item(1).getAttributes().getNamedItem("class").getNodeValue()).isEqualTo("end");
		assertThat(svg).doesNotContain("<b>").contains("2× 2 h", "?proceso=run&amp;plano=a", "168.5");
		assertThat(parsed(svg).getElementsByTagName("text").getLength()).isGreaterThan(5);
	}

	private static Document parsed(String svg) throws Exception {
		return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(svg)));
	}

	private static List<Path> files() throws IOException {
		try (Stream<Path> files = Files.walk(Path.of("bpmn"))) {
			return files.filter((file) -> file.toString().endsWith(".bpmn")).toList();
		}
	}

}
