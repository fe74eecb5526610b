package dev.escala.diagram;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import dev.escala.diagram.Plane.Box;
import dev.escala.diagram.Plane.Flow;
import dev.escala.diagram.Plane.Look;
import dev.escala.diagram.Plane.Point;
import dev.escala.diagram.Plane.Shape;

/**
 * Writes a sheet as SVG, with what a process has passed, and where it stands. Nothing in
 * it runs or is fetched; every text is escaped. Colours come from the page's style sheet
 * by the classes {@code done} and {@code now}.
 */
public final class SvgPicture {

	/** Width of an average letter at 12 px. */
	private static final double LETTER = 6.1;

	private static final double LINE = 14;

	private final Plane plane;

	private final Map<String, Passage> passages;

	private final Map<String, String> notes;

	private final Set<String> links;

	private final String run;

	private final Map<String, Long> taken;

	private final StringBuilder svg = new StringBuilder();

	private SvgPicture(Plane plane, Map<String, Passage> passages, Map<String, String> notes, Set<String> links,
			String run, Map<String, Long> taken) {
		this.taken = taken;
		this.plane = plane;
		this.passages = passages;
		this.notes = notes;
		this.links = links;
		this.run = run;
	}

	/**
	 * Draws a sheet.
	 * @param passages how the process went, by element
	 * @param notes what stands below an element, such as how long it took
	 * @param links elements that have a sheet of their own, reached by {@code ?plano=}
	 * @param run the process that is shown, for those links
	 */
	public static String draw(Plane plane, Map<String, Passage> passages, Map<String, String> notes, Set<String> links,
			String run) {
		return new SvgPicture(plane, passages, notes, links, run, Map.of()).draw();
	}

	/**
	 * Draws a sheet with how often each flow was taken by many processes.
	 * @param taken by flow; those that nobody took are not in it
	 * @param notes what stands at an element
	 * @param links elements that have a sheet of their own, reached by {@code ?plano=}
	 * @param process the model that is shown, for those links
	 */
	public static String counted(Plane plane, Map<String, Long> taken, Map<String, String> notes, Set<String> links,
			String process) {
		return new SvgPicture(plane, Map.of(), notes, links, process, taken).draw();
	}

	private String draw() {
		Box extent = this.plane.extent();
		this.svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"model\" role=\"group\" aria-label=\"")
			.append(escape(this.plane.name()))
			.append("\" viewBox=\"")
			.append(numbers(extent.x(), extent.y(), extent.width(), extent.height()))
			.append("\" width=\"")
			.append(Math.round(extent.width()))
			.append("\"><defs><marker id=\"arrow\" viewBox=\"0 0 10 10\" refX=\"9\" refY=\"5\" markerWidth=\"8\" ")
			.append("markerHeight=\"8\" orient=\"auto-start-reverse\"><path d=\"M0 0 10 5 0 10z\"/></marker></defs>");
		this.plane.shapes().stream().filter((shape) -> shape.look() == Look.OPEN_SUBPROCESS).forEach(this::shape);
		this.plane.flows().forEach(this::flow);
		this.plane.shapes().stream().filter((shape) -> shape.look() != Look.OPEN_SUBPROCESS).forEach(this::shape);
		this.plane.flows().forEach(this::count);
		return this.svg.append("</svg>").toString();
	}

	private void flow(Flow flow) {
		StringBuilder points = new StringBuilder();
		for (Point point : flow.points()) {
			points.append(numbers(point.x(), point.y())).append(' ');
		}
		this.svg.append("<polyline class=\"flow")
			.append(this.taken.containsKey(flow.id()) ? " taken" : "")
			.append("\" points=\"")
			.append(points.toString().strip())
			.append("\"/>");
		if (flow.label() != null) {
			text(flow.name(), flow.label().middle(), flow.label().y() + 11, flow.label().width(), "label");
		}
	}

	/** On the longest stretch, where there is most room. */
	private void count(Flow flow) {
		Long times = this.taken.get(flow.id());
		if (times == null || flow.points().size() < 2) {
			return;
		}
		Point from = flow.points().get(0);
		Point to = flow.points().get(1);
		for (int i = 2; i < flow.points().size(); i++) {
			Point one = flow.points().get(i - 1);
			Point next = flow.points().get(i);
			if (length(one, next) > length(from, to)) {
				from = one;
				to = next;
			}
		}
		// On a short stretch the tip of the arrow is left free.
		double tip = (length(from, to) < 70) ? 5 * Math.signum(from.x() - to.x()) : 0;
		text(List.of(String.valueOf(times)), (from.x() + to.x()) / 2 + tip, (from.y() + to.y()) / 2 + 4, "count");
	}

	private static double length(Point from, Point to) {
		return Math.abs(from.x() - to.x()) + Math.abs(from.y() - to.y());
	}

	private void shape(Shape shape) {
		boolean linked = this.links.contains(shape.id());
		this.svg
			.append(linked ? "<a href=\"?proceso=" + escape(this.run) + "&amp;plano=" + escape(shape.id()) + "\">" : "")
			.append("<g class=\"")
			.append(shape.look().name().toLowerCase(Locale.ROOT).replace('_', '-'))
			.append(state(shape))
			.append("\"><title>")
			.append(escape(shape.name()))
			.append("</title>");
		Box box = shape.box();
		if (shape.look().isEvent()) {
			event(shape);
		}
		else if (shape.look().isGateway()) {
			gateway(shape);
		}
		else if (shape.look() == Look.NOTE) {
			this.svg.append("<path d=\"M")
				.append(numbers(box.x() + 10, box.y()))
				.append("H")
				.append(number(box.x()))
				.append("V")
				.append(number(box.bottom()))
				.append("h10\"/>");
			inside(shape, box.wider(-4));
		}
		else {
			activity(shape);
		}
		note(shape);
		this.svg.append("</g>").append(linked ? "</a>" : "");
	}

	private void event(Shape shape) {
		Box box = shape.box();
		circle(box, box.width() / 2);
		if (shape.look() == Look.CATCH) {
			circle(box, box.width() / 2 - 3);
		}
		named(shape);
	}

	private void gateway(Shape shape) {
		Box box = shape.box();
		double half = box.width() / 2;
		this.svg.append("<path d=\"M")
			.append(numbers(box.middle(), box.y()))
			.append("l")
			.append(numbers(half, half, -half, half, -half, -half))
			.append("z\"/>");
		double arm = half / 3;
		double centre = box.y() + half;
		this.svg.append("<path class=\"sign\" d=\"")
			.append((shape.look() == Look.PARALLEL)
					? "M" + numbers(box.middle() - arm, centre) + "h" + number(2 * arm) + "M"
							+ numbers(box.middle(), centre - arm) + "v" + number(2 * arm)
					: "M" + numbers(box.middle() - arm, centre - arm) + "l" + numbers(2 * arm, 2 * arm) + "M"
							+ numbers(box.middle() + arm, centre - arm) + "l" + numbers(-2 * arm, 2 * arm))
			.append("\"/>");
		named(shape);
	}

	private void activity(Shape shape) {
		Box box = shape.box();
		this.svg.append("<rect x=\"")
			.append(number(box.x()))
			.append("\" y=\"")
			.append(number(box.y()))
			.append("\" width=\"")
			.append(number(box.width()))
			.append("\" height=\"")
			.append(number(box.height()))
			.append("\" rx=\"10\"/>");
		if (shape.look() == Look.OPEN_SUBPROCESS) {
			text(shape.name(), box.middle(), box.y() + 18, box.width(), "label");
			return;
		}
		inside(shape, box);
		if (shape.look() == Look.SUBPROCESS || shape.look() == Look.EVENT_SUBPROCESS) {
			double x = box.middle() - 7;
			double y = box.bottom() - 16;
			this.svg.append("<path class=\"sign\" d=\"M").append(numbers(x, y)).append("h14v14h-14zm3 7h8m-4 -4v8\"/>");
		}
		else if (shape.look() == Look.USER_TASK) {
			this.svg.append("<path class=\"sign\" d=\"M")
				.append(numbers(box.x() + 7, box.y() + 20))
				.append("v-2a5 5 0 0 1 10 0v2zm2 -10a3 3 0 1 1 6 0a3 3 0 1 1 -6 0\"/>");
		}
	}

	/** The name of an event or a gateway stands beside it. */
	private void named(Shape shape) {
		if (shape.label() != null) {
			text(shape.name(), shape.label().middle(), shape.label().y() + 11, shape.label().width(), "label");
		}
	}

	private void inside(Shape shape, Box box) {
		List<String> lines = wrap(shape.name(), box.width() - 12);
		text(lines, box.middle(), box.y() + box.height() / 2 + 4 - (lines.size() - 1) * LINE / 2, "name");
	}

	private void note(Shape shape) {
		String note = this.notes.get(shape.id());
		if (note != null && shape.look() != Look.OPEN_SUBPROCESS) {
			Box box = shape.box();
			double width = note.length() * 6.4 + 12;
			this.svg.append("<rect class=\"badge\" x=\"")
				.append(number(box.right() - width + 8))
				.append("\" y=\"")
				.append(number(box.y() - 11))
				.append("\" width=\"")
				.append(number(width))
				.append("\" height=\"18\" rx=\"9\"/>");
			text(List.of(note), box.right() - width / 2 + 8, box.y() + 2, "noted");
		}
	}

	private String state(Shape shape) {
		Passage passage = this.passages.get(shape.id());
		return (passage == null) ? "" : passage.running() ? " now" : " done";
	}

	private void circle(Box box, double radius) {
		this.svg.append("<circle cx=\"")
			.append(number(box.middle()))
			.append("\" cy=\"")
			.append(number(box.y() + box.height() / 2))
			.append("\" r=\"")
			.append(number(radius))
			.append("\"/>");
	}

	private void text(String text, double x, double y, double width, String style) {
		text(wrap(text, width + 4), x, y, style);
	}

	private void text(List<String> lines, double x, double y, String style) {
		for (int i = 0; i < lines.size(); i++) {
			this.svg.append("<text class=\"")
				.append(style)
				.append("\" x=\"")
				.append(number(x))
				.append("\" y=\"")
				.append(number(y + i * LINE))
				.append("\">")
				.append(escape(lines.get(i)))
				.append("</text>");
		}
	}

	private static List<String> wrap(String text, double width) {
		int most = Math.max(6, (int) (width / LETTER));
		List<String> lines = new ArrayList<>();
		for (String paragraph : text.split("\n")) {
			StringBuilder line = new StringBuilder();
			for (String word : paragraph.strip().split("\\s+")) {
				if (!line.isEmpty() && line.length() + 1 + word.length() > most) {
					lines.add(line.toString());
					line.setLength(0);
				}
				line.append(line.isEmpty() ? "" : " ").append(word);
			}
			lines.add(line.toString());
		}
		return lines;
	}

	private static String numbers(double... values) {
		StringBuilder text = new StringBuilder();
		for (double value : values) {
			text.append(text.isEmpty() ? "" : " ").append(number(value));
		}
		return text.toString();
	}

	private static String number(double value) {
		return (value == Math.rint(value)) ? String.valueOf((long) value) : String.format(Locale.ROOT, "%.1f", value);
	}

	private static String escape(String text) {
		return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;");
	}

}
