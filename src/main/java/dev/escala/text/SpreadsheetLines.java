package dev.escala.text;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/** A table for spreadsheets, written line by line. */
public final class SpreadsheetLines implements AutoCloseable {

	private final Writer writer;

	/** Begins the table; whoever opened the stream closes it. */
	public SpreadsheetLines(OutputStream stream) throws IOException {
		this.writer = new OutputStreamWriter(stream, StandardCharsets.UTF_8);
		// Without the mark, Excel takes it for another encoding.
		this.writer.write('\uFEFF');
	}

	/** Writes one line; what a cell holds is never a formula. */
	public void line(String... cells) throws IOException {
		for (int i = 0; i < cells.length; i++) {
			this.writer.write((i == 0) ? "" : ";");
			this.writer.write(SpreadsheetCells.quoted(cells[i]));
		}
		this.writer.write("\r\n");
	}

	@Override
	public void close() throws IOException {
		this.writer.flush();
	}

}
