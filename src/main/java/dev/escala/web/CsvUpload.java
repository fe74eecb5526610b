package dev.escala.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.escala.text.Sentences;
import dev.escala.validation.InvalidInputException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * A CSV file that somebody sent, as spreadsheets and other systems write it: UTF-8 with
 * or without BOM, UTF-16 with BOM or Windows-1252; comma, semicolon or tab; LF or CRLF;
 * commas and line ends in quotes. It lies in a temporary file until it is closed, is read
 * row by row in constant memory, and may be read several times.
 * <p>
 * What is wrong with the file as a whole is an {@link InvalidInputException} for the
 * field {@code file}; what is wrong with a row is told to the reader, which goes on.
 */
public final class CsvUpload implements Closeable {

	private static final String FIELD = "file";

	/** Titles and instructions that some systems write above the header. */
	private static final int LINES_BEFORE_HEADER = 10;

	private static final Charset WINDOWS = Charset.forName("windows-1252");

	private final Path file;

	private Charset charset = StandardCharsets.UTF_8;

	private CsvUpload(Path file) {
		this.file = file;
	}

	/**
	 * Takes a file over. The caller closes both the stream and the upload.
	 * @throws IOException where the stream cannot be read to its end, or is too long
	 */
	public static CsvUpload of(InputStream content) throws IOException {
		CsvUpload upload = new CsvUpload(Files.createTempFile("escala-", ".csv"));
		try {
			if (Files.copy(content, upload.file, StandardCopyOption.REPLACE_EXISTING) == 0) {
				throw new InvalidInputException(FIELD, "El fichero está vacío.");
			}
			upload.charset = upload.detectCharset();
			return upload;
		}
		catch (IOException | RuntimeException ex) {
			upload.close();
			throw ex;
		}
	}

	/**
	 * Reads the file from its start.
	 * @param columns what the header must name, in any order; more may be there
	 * @param rows receives each row
	 */
	public void read(List<String> columns, Rows rows) {
		try (Reader text = open()) {
			char separator = separator(text, 1);
			try (CsvRecordReader guarded = new CsvRecordReader(open());
					CSVParser parser = CSVParser.parse(guarded, format(separator))) {
				read(parser, guarded, columns, rows);
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Reads the file from its start, cell by cell: for whoever looks for the header below
	 * other lines.
	 * @param records receives each record, also the blank ones
	 */
	public void scan(Records records) {
		try (Reader text = open()) {
			char separator = separator(text, LINES_BEFORE_HEADER);
			try (CsvRecordReader guarded = new CsvRecordReader(open());
					CSVParser parser = CSVParser.parse(guarded, format(separator))) {
				Iterator<CSVRecord> cells = parser.iterator();
				long line = 1;
				for (boolean more = true; more; line = parser.getCurrentLineNumber() + 1) {
					guarded.startRecord();
					more = cells.hasNext() && records.record(line, cells.next().toList());
				}
			}
		}
		catch (UncheckedIOException | IllegalStateException ex) {
			throw new InvalidInputException(FIELD,
					"Una fila está mal formada (¿comillas sin cerrar?), y el fichero no se puede leer hasta el final.");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void read(CSVParser parser, CsvRecordReader guarded, List<String> columns, Rows rows) {
		Iterator<CSVRecord> records = parser.iterator();
		Map<String, Integer> header = null;
		while (true) {
			long line = parser.getCurrentLineNumber() + 1;
			CSVRecord cells;
			try {
				guarded.startRecord();
				if (!records.hasNext()) {
					break;
				}
				cells = records.next();
			}
			catch (UncheckedIOException | IllegalStateException ex) {
				String reason = "La fila está mal formada (¿comillas sin cerrar?); no se leyó nada a partir de ella.";
				if (header == null) {
					throw new InvalidInputException(FIELD,
							"No se puede leer la cabecera del fichero: revise las comillas.");
				}
				rows.rejected(line, reason);
				return;
			}
			if (isBlank(cells) || (header == null && isSeparatorHint(cells))) {
				continue;
			}
			if (header == null) {
				header = header(cells, columns);
			}
			else if (cells.size() < header.size() || hasMore(cells, header.size())) {
				rows.rejected(line, "La fila tiene " + Sentences.counted(cells.size(), "columna", "columnas")
						+ " y la cabecera, " + header.size() + ".");
			}
			else {
				rows.row(new Row(line, header, cells));
			}
		}
		if (header == null) {
			throw new InvalidInputException(FIELD, "El fichero está vacío.");
		}
	}

	private static Map<String, Integer> header(CSVRecord cells, List<String> columns) {
		Map<String, Integer> header = new HashMap<>();
		for (int i = 0; i < cells.size(); i++) {
			String name = cells.get(i).strip().toLowerCase(Locale.ROOT);
			// A nameless column still counts, so that rows have as many cells.
			if (header.put(name.isEmpty() ? "#" + i : name, i) != null) {
				throw new InvalidInputException(FIELD,
						"La columna " + Text.quote(name) + " está dos veces en la cabecera.");
			}
		}
		List<String> missing = new ArrayList<>(columns);
		missing.removeAll(header.keySet());
		if (!missing.isEmpty()) {
			throw new InvalidInputException(FIELD, "Faltan columnas en la cabecera: " + String.join(", ", missing)
					+ ". La primera línea debe nombrar: " + String.join(", ", columns) + ".");
		}
		return header;
	}

	private static boolean isBlank(CSVRecord cells) {
		return cells.stream().allMatch(String::isBlank);
	}

	/** Excel understands a first line like {@code sep=;}. */
	private static boolean isSeparatorHint(CSVRecord cells) {
		return cells.get(0).strip().toLowerCase(Locale.ROOT).startsWith("sep=");
	}

	private static boolean hasMore(CSVRecord cells, int expected) {
		return cells.stream().skip(expected).anyMatch((cell) -> !cell.isBlank());
	}

	private static CSVFormat format(char separator) {
		return CSVFormat.RFC4180.builder().setDelimiter(separator).setIgnoreEmptyLines(false).get();
	}

	/** The separator that one of the first lines uses most, outside quotes. */
	private static char separator(Reader text, int lines) throws IOException {
		String candidates = ",;\t|";
		int best = 0;
		int most = 0;
		int[] counts = new int[candidates.length()];
		boolean quoted = false;
		int c = text.read();
		for (int i = 0, line = 0; i < CsvRecordReader.MAX_RECORD && c >= 0 && line < lines; i++) {
			quoted ^= c == '"';
			int candidate = quoted ? -1 : candidates.indexOf(c);
			if (candidate >= 0 && ++counts[candidate] > most) {
				best = candidate;
				most = counts[candidate];
			}
			if (!quoted && (c == '\n' || c == '\r')) {
				line++;
				counts = new int[candidates.length()];
			}
			c = text.read();
		}
		return candidates.charAt(best);
	}

	private Reader open() throws IOException {
		PushbackReader text = new PushbackReader(
				new java.io.BufferedReader(new InputStreamReader(Files.newInputStream(this.file), this.charset)));
		int first = text.read();
		if (first >= 0 && first != '\uFEFF') {
			text.unread(first);
		}
		return text;
	}

	private Charset detectCharset() throws IOException {
		try (InputStream bytes = Files.newInputStream(this.file)) {
			byte[] start = bytes.readNBytes(2);
			if (start.length == 2 && (start[0] == (byte) 0xFF && start[1] == (byte) 0xFE
					|| start[0] == (byte) 0xFE && start[1] == (byte) 0xFF)) {
				return StandardCharsets.UTF_16;
			}
		}
		try (Reader strict = new InputStreamReader(Files.newInputStream(this.file),
				StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT))) {
			char[] buffer = new char[8192];
			int read = 0;
			while (read >= 0) {
				read = strict.read(buffer);
			}
			return StandardCharsets.UTF_8;
		}
		catch (CharacterCodingException ex) {
			return WINDOWS;
		}
	}

	/** Forgets the file. */
	@Override
	public void close() throws IOException {
		Files.deleteIfExists(this.file);
	}

	/** Takes the records one by one. */
	public interface Records {

		/**
		 * A record as it stands in the file.
		 * @param line number of its first line, from 1
		 * @return whether to go on
		 */
		boolean record(long line, List<String> cells);

	}

	/** Takes the rows one by one. */
	public interface Rows {

		/** A row with as many cells as the header. */
		void row(Row row);

		/**
		 * A row that cannot be read; the others follow, if they can be found.
		 * @param line number of its first line, from 1
		 * @param reason why, in Spanish
		 */
		void rejected(long line, String reason);

	}

	/** One row of the file. */
	public static final class Row {

		private final long line;

		private final Map<String, Integer> header;

		private final CSVRecord cells;

		Row(long line, Map<String, Integer> header, CSVRecord cells) {
			this.line = line;
			this.header = header;
			this.cells = cells;
		}

		/** Number of the row's first line in the file, from 1. */
		public long line() {
			return this.line;
		}

		/**
		 * A cell without surrounding blanks.
		 * @return {@code null} where it is empty, says {@code ?}, or has no column
		 */
		public String text(String column) {
			Integer index = this.header.get(column);
			String text = (index == null) ? "" : this.cells.get(index).strip();
			return (text.isEmpty() || text.equals("?")) ? null : text;
		}

	}

}
