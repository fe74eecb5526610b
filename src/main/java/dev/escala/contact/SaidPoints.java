package dev.escala.contact;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

import dev.escala.text.Sentences;

/**
 * Splits what a customer said into points, by rules that anybody can foresee: each
 * sentence and each item of a list is one. It must be answered where it has a question
 * mark, begins like a question or asks for something. Greetings and what stands below the
 * farewell are no points. Whoever replies puts right what was split wrongly.
 */
final class SaidPoints {

	/**
	 * What follows belongs to the last one: nobody answers a hundred lines one by one.
	 */
	private static final int MOST = 20;

	/** A line that is longer and ends without a stop was broken by a mail program. */
	private static final int WRAPPED = 60;

	/** A name, a post, a telephone number below the farewell. */
	private static final int SIGNATURE = 60;

	private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;

	private static final Pattern ITEM = Pattern.compile("^(?:[-*•·–—]+|\\(?\\d{1,2}[.)]|\\(?[a-z]\\))\\s+", FLAGS);

	private static final Pattern STOPPED = Pattern.compile("[.?!…:;]$");

	private static final Pattern QUESTION = Pattern.compile("[?¿]"
			+ "|^[^\\p{L}]*(?:(?:por |para |a |de |con |en |desde |hasta )?(?:qué|quién|quiénes)|cuándo|cómo|dónde|cuál|cuáles"
			+ "|cuánt[oa]s?|what|when|where|why|who|how|which|can|could|will|would|is|are|do|does|did)(?!\\p{L})"
			+ "|(?<!\\p{L})(?:quiero|queremos|querría|querríamos|quisiera|quisiéramos|necesito|necesitamos|pido|pedimos"
			+ "|solicito|solicitamos|exijo|exigimos|reclamo|reclamamos|ruego|rogamos|agradecería|agradeceríamos"
			+ "|por favor|please|need|want|request|would like)(?!\\p{L})", FLAGS);

	private static final Pattern GREETING = Pattern.compile(
			"^(?:¡?hola|buenos días|buenas(?: tardes| noches)?"
					+ "|estimad[oa]s?|muy (?:señor|buenas)|dear|hi|hello|good (?:morning|afternoon))(?!\\p{L}).{0,40}$",
			FLAGS);

	private static final Pattern FAREWELL = Pattern.compile(
			"^(?:(?:un (?:cordial )?)?saludos?|atentamente|cordialmente|(?:muchas )?gracias|(?:kind|best|many)? ?regards"
					+ "|(?:many )?thanks|thank you|sincerely)(?!\\p{L}).{0,40}$",
			FLAGS);

	private static final Pattern NOTHING = Pattern.compile("[^\\p{L}\\p{N}]*");

	private SaidPoints() {
	}

	/**
	 * The points in their order; none where there is nothing to reply to, as in a mere
	 * thank-you.
	 */
	static List<Said> of(String text) {
		List<Said> points = new ArrayList<>();
		boolean below = false;
		for (String block : blocks(text)) {
			for (String sentence : Sentences.split(block)) {
				boolean question = QUESTION.matcher(sentence).find();
				boolean farewell = FAREWELL.matcher(sentence).matches();
				below = !question && (farewell || below && sentence.length() <= SIGNATURE);
				if (!question && (below || GREETING.matcher(sentence).matches())
						|| NOTHING.matcher(sentence).matches()) {
					continue;
				}
				add(points, new Said(sentence, question));
			}
		}
		return points;
	}

	private static void add(List<Said> points, Said point) {
		if (points.size() < MOST) {
			points.add(point);
		}
		else {
			points.set(MOST - 1, points.get(MOST - 1).and(point));
		}
	}

	/** Lines and items of lists; lines that a mail program broke are one again. */
	private static List<String> blocks(String text) {
		List<String> blocks = new ArrayList<>();
		boolean goesOn = false;
		for (String line : text.lines().map(String::strip).toList()) {
			String plain = ITEM.matcher(line).replaceFirst("");
			if (goesOn && !line.isEmpty() && plain.equals(line)) {
				int last = blocks.size() - 1;
				blocks.set(last, blocks.get(last) + " " + line);
			}
			else if (!plain.isBlank()) {
				blocks.add(plain);
			}
			goesOn = line.length() >= WRAPPED && !STOPPED.matcher(line).find();
		}
		return blocks;
	}

	/**
	 * A point.
	 *
	 * @param text what was said
	 * @param question whether it must be answered
	 */
	record Said(String text, boolean question) {

		private Said and(Said more) {
			return new Said(this.text + " " + more.text, this.question || more.question);
		}

	}

}
