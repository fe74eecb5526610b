package dev.escala.complaint.print;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.BitSet;
import java.util.List;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * The fonts of documents, and what they can print. Nothing that a customer wrote may turn
 * into a sign that means nothing: what no face has is written by its Unicode name.
 */
public final class Faces {

	/**
	 * The families, as style sheets name them; the second one has what the first lacks.
	 */
	static final String FAMILIES = "'Receipt', 'Receipt Signs'";

	private static final String LIBERATION = "/liberation/LiberationSans-";

	private static final String DEJAVU = "/net/sf/jasperreports/fonts/dejavu/DejaVuSans.ttf";

	private static final List<Face> FACES = List.of(
			new Face("Receipt", LIBERATION + "Regular.ttf", 400, FontStyle.NORMAL),
			new Face("Receipt", LIBERATION + "Bold.ttf", 700, FontStyle.NORMAL),
			new Face("Receipt", LIBERATION + "Italic.ttf", 400, FontStyle.ITALIC),
			new Face("Receipt", LIBERATION + "BoldItalic.ttf", 700, FontStyle.ITALIC),
			new Face("Receipt Signs", DEJAVU, 400, FontStyle.NORMAL),
			new Face("Receipt Signs", DEJAVU, 700, FontStyle.NORMAL),
			new Face("Receipt Signs", DEJAVU, 400, FontStyle.ITALIC),
			new Face("Receipt Signs", DEJAVU, 700, FontStyle.ITALIC));

	private static final BitSet PRINTABLE = everywhere();

	private Faces() {
	}

	static void register(PdfRendererBuilder builder) {
		FACES.forEach(
				(face) -> builder.useFont(() -> open(face.file()), face.family(), face.weight(), face.style(), true));
	}

	/**
	 * A text as it can be printed: signs without a glyph as {@code [U+1F9FE RECEIPT]},
	 * and without those that show nothing.
	 */
	public static String printable(String text) {
		StringBuilder result = new StringBuilder(text.length());
		Normalizer.normalize(text, Normalizer.Form.NFC)
			.replaceAll("\\r\\n?|[\\u0085\\u2028\\u2029]", "\n")
			.replace("\t", "    ")
			.codePoints()
			.filter((sign) -> sign == '\n' || !isInvisible(sign))
			.forEach((sign) -> {
				if (sign == '\n' || PRINTABLE.get(sign)) {
					result.appendCodePoint(sign);
				}
				else {
					result.append(named(sign));
				}
			});
		return result.toString();
	}

	/** Whether some sign of the text can be written by its name only. */
	public static boolean lacks(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFC)
			.codePoints()
			.anyMatch((sign) -> !isInvisible(sign) && !PRINTABLE.get(sign));
	}

	private static String named(int sign) {
		String name = Character.getName(sign);
		return "[U+" + String.format("%04X", sign) + ((name == null) ? "" : " " + name) + "]";
	}

	/** Controls, joiners, and what only says how the sign before it looks. */
	private static boolean isInvisible(int sign) {
		int type = Character.getType(sign);
		return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
				|| (sign >= 0xFE00 && sign <= 0xFE0F) || (sign >= 0xE0100 && sign <= 0xE01EF)
				|| type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR;
	}

	/** What is written from right to left would be printed the wrong way round. */
	private static boolean isLeftToRight(int sign) {
		byte direction = Character.getDirectionality(sign);
		return direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT
				&& direction != Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC
				&& direction != Character.DIRECTIONALITY_ARABIC_NUMBER;
	}

	/** What each weight and slope can print, in one family or the other. */
	private static BitSet everywhere() {
		BitSet[] byStyle = new BitSet[FACES.size() / 2];
		for (int i = 0; i < FACES.size(); i++) {
			BitSet signs = signs(FACES.get(i).file());
			int style = i % byStyle.length;
			if (byStyle[style] == null) {
				byStyle[style] = signs;
			}
			else {
				byStyle[style].or(signs);
			}
		}
		BitSet all = byStyle[0];
		for (BitSet style : byStyle) {
			all.and(style);
		}
		return all;
	}

	private static BitSet signs(String file) {
		try (TrueTypeFont font = new TTFParser().parse(new RandomAccessReadBuffer(open(file)))) {
			var glyphs = font.getUnicodeCmapLookup();
			BitSet signs = new BitSet();
			for (int sign = Character.MIN_CODE_POINT; sign <= Character.MAX_CODE_POINT; sign++) {
				if (glyphs.getGlyphId(sign) != 0 && isLeftToRight(sign)) {
					signs.set(sign);
				}
			}
			return signs;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static InputStream open(String file) {
		InputStream stream = Faces.class.getResourceAsStream(file);
		if (stream == null) {
			throw new IllegalStateException("There is no font " + file);
		}
		return stream;
	}

	/** One face of a family. */
	private record Face(String family, String file, int weight, FontStyle style) {
	}

}
