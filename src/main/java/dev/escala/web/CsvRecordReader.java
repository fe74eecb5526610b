package dev.escala.web;

import java.io.FilterReader;
import java.io.IOException;
import java.io.Reader;

/**
 * Gives up on a record that does not end: a quote that nobody closes would otherwise
 * gather the rest of the file in memory.
 */
final class CsvRecordReader extends FilterReader {

	/** Longest record, in characters. */
	static final int MAX_RECORD = 1_000_000;

	private int read;

	CsvRecordReader(Reader text) {
		super(text);
	}

	void startRecord() {
		this.read = 0;
	}

	@Override
	public int read() throws IOException {
		int c = super.read();
		count(1);
		return c;
	}

	@Override
	public int read(char[] target, int offset, int length) throws IOException {
		int got = super.read(target, offset, length);
		count(Math.max(got, 0));
		return got;
	}

	private void count(int characters) throws IOException {
		this.read += characters;
		if (this.read > MAX_RECORD) {
			throw new IOException("A record of more than " + MAX_RECORD + " characters");
		}
	}

}
