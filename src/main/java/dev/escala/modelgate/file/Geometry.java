package dev.escala.modelgate.file;

/** Points, boxes and segments of a diagram, in pixels. */
public final class Geometry {

	private Geometry() {
	}

	/** A place. */
	public record Point(double x, double y) {

		/** Whether Modeler would snap to it. */
		public boolean onGrid() {
			return this.x % 10 == 0 && this.y % 10 == 0;
		}

	}

	/** A rectangle by its upper left corner. */
	public record Box(double x, double y, double width, double height) {

		/** The right border. */
		public double right() {
			return this.x + this.width;
		}

		/** The lower border. */
		public double bottom() {
			return this.y + this.height;
		}

		/** The middle. */
		public Point centre() {
			return new Point(this.x + this.width / 2, this.y + this.height / 2);
		}

		/** Whether the insides of both have a point in common; touching is not enough. */
		public boolean overlaps(Box other) {
			return this.x < other.right() && other.x < right() && this.y < other.bottom() && other.y < bottom();
		}

		/** Whether the other lies inside, borders included. */
		public boolean contains(Box other) {
			return this.x <= other.x && this.y <= other.y && other.right() <= right() && other.bottom() <= bottom();
		}

		/** Whether the point lies on its border. */
		public boolean onBorder(Point point) {
			boolean within = this.x <= point.x && point.x <= right() && this.y <= point.y && point.y <= bottom();
			return within && (point.x == this.x || point.x == right() || point.y == this.y || point.y == bottom());
		}

	}

	/** A horizontal or vertical piece of a flow. */
	public record Segment(Point from, Point to) {

		/** Whether it runs across or down. */
		public boolean straight() {
			return horizontal() != vertical();
		}

		/** Whether it runs across. */
		public boolean horizontal() {
			return this.from.y == this.to.y;
		}

		/** Whether it runs down. */
		public boolean vertical() {
			return this.from.x == this.to.x;
		}

		/** Whether the segment runs through the inside of a box. */
		public boolean enters(Box box) {
			return left() < box.right() && box.x < right() && top() < box.bottom() && box.y < bottom();
		}

		/** Whether their bounding boxes meet. */
		public boolean touches(Segment other) {
			return left() <= other.right() && other.left() <= right() && top() <= other.bottom()
					&& other.top() <= bottom();
		}

		/** Whether both cross in a point that is an end of neither. */
		public boolean crosses(Segment other) {
			Segment across = horizontal() ? this : other;
			Segment down = horizontal() ? other : this;
			return across.horizontal() && down.vertical() && across.left() < down.from.x && down.from.x < across.right()
					&& down.top() < across.from.y && across.from.y < down.bottom();
		}

		private double left() {
			return Math.min(this.from.x, this.to.x);
		}

		private double right() {
			return Math.max(this.from.x, this.to.x);
		}

		private double top() {
			return Math.min(this.from.y, this.to.y);
		}

		private double bottom() {
			return Math.max(this.from.y, this.to.y);
		}

	}

}
