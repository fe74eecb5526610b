package dev.escala.model;

/** Points, boxes and segments of a diagram, in pixels. */
final class Geometry {

	private Geometry() {
	}

	record Point(double x, double y) {

		boolean onGrid() {
			return this.x % 10 == 0 && this.y % 10 == 0;
		}

	}

	record Box(double x, double y, double width, double height) {

		double right() {
			return this.x + this.width;
		}

		double bottom() {
			return this.y + this.height;
		}

		Point centre() {
			return new Point(this.x + this.width / 2, this.y + this.height / 2);
		}

		/** Whether the insides of both have a point in common; touching is not enough. */
		boolean overlaps(Box other) {
			return this.x < other.right() && other.x < right() && this.y < other.bottom() && other.y < bottom();
		}

		boolean contains(Box other) {
			return this.x <= other.x && this.y <= other.y && other.right() <= right() && other.bottom() <= bottom();
		}

		boolean onBorder(Point point) {
			boolean within = this.x <= point.x && point.x <= right() && this.y <= point.y && point.y <= bottom();
			return within && (point.x == this.x || point.x == right() || point.y == this.y || point.y == bottom());
		}

	}

	/** A horizontal or vertical piece of a flow. */
	record Segment(Point from, Point to) {

		boolean straight() {
			return horizontal() != vertical();
		}

		boolean horizontal() {
			return this.from.y == this.to.y;
		}

		boolean vertical() {
			return this.from.x == this.to.x;
		}

		/** Whether the segment runs through the inside of a box. */
		boolean enters(Box box) {
			return left() < box.right() && box.x < right() && top() < box.bottom() && box.y < bottom();
		}

		boolean touches(Segment other) {
			return left() <= other.right() && other.left() <= right() && top() <= other.bottom()
					&& other.top() <= bottom();
		}

		/** Whether both cross in a point that is an end of neither. */
		boolean crosses(Segment other) {
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
