package dev.escala.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Edge;
import dev.escala.modelgate.file.BpmnFile.Flow;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.BpmnFile.Shape;
import dev.escala.modelgate.file.Geometry.Box;
import dev.escala.modelgate.file.Geometry.Point;

/** A large model lies on several sheets, and each of them fits a screen. */
final class SheetRules {

	private SheetRules() {
	}

	/**
	 * The process has a sheet, and so has each collapsed sub-process; everything is drawn
	 * on the sheet where it happens. Modeler loses what it finds elsewhere.
	 */
	static final class Sheets implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				Set<String> wanted = new TreeSet<>(Set.of(file.processId()));
				for (Node node : file.nodes("subProcess")) {
					Shape shape = file.shapes().get(node.id());
					if (shape != null && !shape.expanded()) {
						wanted.add(node.id());
					}
				}
				for (String element : wanted) {
					report.expect(Collections.frequency(file.sheets(), element) == 1, file.at(element),
							"should have one sheet of its own");
				}
				for (String element : file.sheets()) {
					report.expect(wanted.contains(element), file.at(element), "has a sheet but is not collapsed");
				}
				for (Node node : file.nodes()) {
					Shape shape = file.shapes().get(node.id());
					report.expect(shape == null || shape.sheet().equals(sheet(file, node.parent())), file.at(node.id()),
							"should be drawn on the sheet of %s", sheet(file, node.parent()));
				}
				for (Flow flow : file.flows()) {
					Edge edge = file.edges().get(flow.id());
					String sheet = sheet(file, file.node(flow.source()).parent());
					report.expect(edge == null || edge.sheet().equals(sheet), file.at(flow.id()),
							"should be drawn on the sheet of %s", sheet);
				}
			}
		}

		/** The sheet on which the inside of a container is drawn. */
		private static String sheet(BpmnFile file, String container) {
			Shape shape = file.shapes().get(container);
			boolean around = shape != null && shape.expanded();
			return around ? sheet(file, file.node(container).parent()) : container;
		}

	}

	/** A sheet fits a screen at full size, beside the properties of Modeler. */
	static final class SheetSize implements ModelRule {

		private static final int WIDEST = 1600;

		private static final int HIGHEST = 800;

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (String sheet : file.sheets()) {
					List<Point> points = points(file, sheet);
					double width = extent(points.stream().map(Point::x).toList());
					double height = extent(points.stream().map(Point::y).toList());
					report.expect(width <= WIDEST && height <= HIGHEST, file.at(sheet),
							"is %.0f x %.0f px, more than %s x %s", width, height, WIDEST, HIGHEST);
				}
			}
		}

		private static double extent(List<Double> places) {
			return places.isEmpty() ? 0 : Collections.max(places) - Collections.min(places);
		}

		private static List<Point> points(BpmnFile file, String sheet) {
			List<Box> boxes = new ArrayList<>();
			List<Point> points = new ArrayList<>();
			for (Shape shape : file.shapes().values()) {
				if (shape.sheet().equals(sheet)) {
					boxes.add(shape.box());
					shape.label().ifPresent(boxes::add);
				}
			}
			for (Edge edge : file.edges().values()) {
				if (edge.sheet().equals(sheet)) {
					points.addAll(edge.points());
					edge.label().ifPresent(boxes::add);
				}
			}
			for (Box box : boxes) {
				points.add(new Point(box.x(), box.y()));
				points.add(new Point(box.right(), box.bottom()));
			}
			return points;
		}

	}

	/** The title of a container stands in its first 30 px, so these are free. */
	static final class ContainerTitles implements ModelRule {

		private static final int TITLE = 30;

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Shape around : file.nodeShapes()) {
					if (around.expanded()) {
						double free = around.box().y() + TITLE;
						for (Node node : file.nodes()) {
							Shape shape = file.shapes().get(node.id());
							boolean inside = shape != null && node.parent().equals(around.element());
							report.expect(!inside || shape.box().y() >= free, file.at(node.id()),
									"stands in the title of %s", around.element());
						}
						for (Flow flow : file.flows()) {
							Edge edge = file.edges().get(flow.id());
							boolean inside = edge != null && file.node(flow.source()).parent().equals(around.element());
							report.expect(!inside || edge.points().stream().allMatch((point) -> point.y() >= free),
									file.at(flow.id()), "runs through the title of %s", around.element());
						}
					}
				}
			}
		}

	}

}
