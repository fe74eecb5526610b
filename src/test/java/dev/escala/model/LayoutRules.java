package dev.escala.model;

import java.util.ArrayList;
import java.util.List;

import dev.escala.modelgate.file.BpmnFile;
import dev.escala.modelgate.file.BpmnFile.Edge;
import dev.escala.modelgate.file.BpmnFile.Flow;
import dev.escala.modelgate.file.BpmnFile.Node;
import dev.escala.modelgate.file.BpmnFile.Shape;
import dev.escala.modelgate.file.Geometry.Box;
import dev.escala.modelgate.file.Geometry.Point;
import dev.escala.modelgate.file.Geometry.Segment;

/**
 * A model that somebody can read on a screen. Each plane is a sheet of its own: what lies
 * on different sheets cannot be in each other's way.
 */
final class LayoutRules {

	private LayoutRules() {
	}

	/** Names beside a shape have their place. */
	static final class NamePlaces implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Node node : file.nodes()) {
					Shape shape = file.shapes().get(node.id());
					boolean beside = (node.event() || node.gateway()) && !node.name().isBlank();
					report.expect(shape == null || !beside || shape.label().isPresent(), file.at(node.id()),
							"has a name without a place");
				}
				for (Flow flow : file.flows()) {
					Edge edge = file.edges().get(flow.id());
					report.expect(edge == null || flow.name().isBlank() || edge.label().isPresent(), file.at(flow.id()),
							"has a name without a place");
				}
			}
		}

	}

	/**
	 * Centres of nodes, corners of containers and bends of flows lie on the 10 px grid,
	 * as Modeler snaps them. Corners cannot: an event is 36 px wide and a gateway 50.
	 */
	static final class Grid implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Shape shape : file.nodeShapes()) {
					Box box = shape.box();
					boolean container = file.node(shape.element()).container();
					Point corner = new Point(box.x(), box.y());
					Point opposite = new Point(box.right(), box.bottom());
					report.expect(container ? corner.onGrid() && opposite.onGrid() : box.centre().onGrid(),
							file.at(shape.element()), "is off the grid at %s", box);
				}
				for (Edge edge : file.edges().values()) {
					for (Point bend : edge.points().subList(1, edge.points().size() - 1)) {
						report.expect(bend.onGrid(), file.at(edge.element()), "bends off the grid at %s", bend);
					}
				}
			}
		}

	}

	/** Flows run across or down, and begin and end on the border of what they connect. */
	static final class Orthogonal implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Flow flow : file.flows()) {
					Edge edge = file.edges().get(flow.id());
					if (edge != null) {
						List<Point> points = edge.points();
						report.expect(edge.segments().stream().allMatch(Segment::straight), file.at(flow.id()),
								"runs at a slant");
						report.expect(file.shapes().get(flow.source()).box().onBorder(points.get(0)),
								file.at(flow.id()), "does not begin on the border of %s", flow.source());
						report.expect(file.shapes().get(flow.target()).box().onBorder(points.get(points.size() - 1)),
								file.at(flow.id()), "does not end on the border of %s", flow.target());
					}
				}
			}
		}

	}

	/**
	 * No two flows cross. They may run together only from one source or into one target.
	 */
	static final class Crossings implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				List<Flow> flows = file.flows().stream().filter((flow) -> file.edges().containsKey(flow.id())).toList();
				for (int i = 0; i < flows.size(); i++) {
					for (Flow other : flows.subList(i + 1, flows.size())) {
						report.expect(!meet(file, flows.get(i), other), file.at(flows.get(i).id()), "meets %s",
								other.id());
					}
				}
			}
		}

		private boolean meet(BpmnFile file, Flow one, Flow other) {
			Edge edge = file.edges().get(one.id());
			Edge against = file.edges().get(other.id());
			if (!edge.sheet().equals(against.sheet())) {
				return false;
			}
			boolean together = one.source().equals(other.source()) || one.target().equals(other.target());
			for (Segment segment : edge.segments()) {
				for (Segment piece : against.segments()) {
					if (segment.crosses(piece) || piece.crosses(segment) || !together && segment.touches(piece)) {
						return true;
					}
				}
			}
			return false;
		}

	}

	/** No flow runs through a node, its own included. */
	static final class FlowsThroughNodes implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Flow flow : file.flows()) {
					Edge edge = file.edges().get(flow.id());
					Node source = file.node(flow.source());
					for (Shape shape : file.nodeShapes()) {
						if (edge != null && edge.sheet().equals(shape.sheet())
								&& !file.ancestors(source).contains(shape.element())) {
							report.expect(edge.segments().stream().noneMatch((part) -> part.enters(shape.box())),
									file.at(flow.id()), "runs through %s", shape.element());
						}
					}
				}
			}
		}

	}

	/** Nodes lie inside the container that they belong to. */
	static final class Nesting implements ModelRule {

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				for (Shape shape : file.nodeShapes()) {
					Node node = file.node(shape.element());
					Shape around = file.shapes().get(node.parent());
					boolean inside = around != null && around.expanded() && around.sheet().equals(shape.sheet());
					report.expect(!inside || around.box().contains(shape.box()), file.at(node.id()),
							"is drawn outside %s", node.parent());
				}
			}
		}

	}

	/**
	 * Names beside shapes cover neither a node, nor a flow, nor each other, and are as
	 * narrow as Tasklist and Cockpit set them: they break a name after 90 px, whatever
	 * place the model gives it.
	 */
	static final class Labels implements ModelRule {

		private static final int WIDEST = 90;

		private record Label(String owner, String sheet, Box box) {
		}

		@Override
		public void check(ModelSet models, Report report) {
			for (BpmnFile file : models.processes()) {
				List<Label> labels = labels(file);
				for (int i = 0; i < labels.size(); i++) {
					Label label = labels.get(i);
					report.expect(label.box().width() <= WIDEST, file.at(label.owner()),
							"has its name wider than %s px", WIDEST);
					for (Shape shape : file.nodeShapes()) {
						boolean inside = file.node(shape.element()).container() && shape.box().contains(label.box());
						report.expect(
								inside || !label.sheet().equals(shape.sheet()) || !label.box().overlaps(shape.box()),
								file.at(label.owner()), "has its name over %s", shape.element());
					}
					for (Edge edge : file.edges().values()) {
						report.expect(
								!label.sheet().equals(edge.sheet())
										|| edge.segments().stream().noneMatch((part) -> part.enters(label.box())),
								file.at(label.owner()), "has its name over %s", edge.element());
					}
					for (Label other : labels.subList(i + 1, labels.size())) {
						report.expect(!label.sheet().equals(other.sheet()) || !label.box().overlaps(other.box()),
								file.at(label.owner()), "has its name over the name of %s", other.owner());
					}
				}
			}
		}

		private List<Label> labels(BpmnFile file) {
			List<Label> labels = new ArrayList<>();
			for (Shape shape : file.shapes().values()) {
				shape.label().ifPresent((box) -> labels.add(new Label(shape.element(), shape.sheet(), box)));
			}
			for (Edge edge : file.edges().values()) {
				edge.label().ifPresent((box) -> labels.add(new Label(edge.element(), edge.sheet(), box)));
			}
			return labels;
		}

	}

}
