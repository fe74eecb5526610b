package dev.escala.diagram;

import java.util.List;

/**
 * One sheet of a model: the process itself, or what is inside one of its collapsed
 * subprocesses. Lengths are those of the diagram, which bpmn.io shows as pixels.
 *
 * @param id of the process or subprocess
 * @param name as its owner named it
 * @param shapes what stands on it, containers before what they contain
 * @param flows the arrows
 */
public record Plane(String id, String name, List<Shape> shapes, List<Flow> flows) {

	/** Room around the drawing. */
	private static final double MARGIN = 16;

	public Plane {
		shapes = List.copyOf(shapes);
		flows = List.copyOf(flows);
	}

	/** What has to be seen: everything, and a little around it. */
	Box extent() {
		Box extent = null;
		for (Shape shape : this.shapes) {
			extent = shape.box().and(extent);
			extent = (shape.label() == null) ? extent : shape.label().and(extent);
		}
		for (Flow flow : this.flows) {
			extent = (flow.label() == null) ? extent : flow.label().and(extent);
			for (Point point : flow.points()) {
				extent = new Box(point.x(), point.y(), 0, 0).and(extent);
			}
		}
		return (extent == null) ? new Box(0, 0, 0, 0) : extent.wider(MARGIN);
	}

	/**
	 * A node, a container or a note.
	 *
	 * @param label where its name stands, or {@code null} for inside
	 */
	public record Shape(String id, String name, Look look, Box box, Box label) {
	}

	/**
	 * An arrow.
	 *
	 * @param label where its name stands, or {@code null} without one
	 */
	public record Flow(String id, String name, List<Point> points, Box label) {

		public Flow {
			points = List.copyOf(points);
		}

	}

	/** A place. */
	public record Point(double x, double y) {
	}

	/** A rectangle. */
	public record Box(double x, double y, double width, double height) {

		double right() {
			return this.x + this.width;
		}

		double bottom() {
			return this.y + this.height;
		}

		double middle() {
			return this.x + this.width / 2;
		}

		Box and(Box other) {
			if (other == null) {
				return this;
			}
			double left = Math.min(this.x, other.x);
			double top = Math.min(this.y, other.y);
			return new Box(left, top, Math.max(right(), other.right()) - left,
					Math.max(bottom(), other.bottom()) - top);
		}

		Box wider(double by) {
			return new Box(this.x - by, this.y - by, this.width + 2 * by, this.height + 2 * by);
		}

	}

	/** What a node looks like. */
	public enum Look {

		START, CATCH, END, EXCLUSIVE, PARALLEL, USER_TASK, SERVICE_TASK, RULE_TASK, CALL, SUBPROCESS, OPEN_SUBPROCESS,
		EVENT_SUBPROCESS, NOTE;

		boolean isEvent() {
			return this == START || this == CATCH || this == END;
		}

		boolean isGateway() {
			return this == EXCLUSIVE || this == PARALLEL;
		}

	}

}
