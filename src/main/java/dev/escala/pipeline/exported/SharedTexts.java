package dev.escala.pipeline.exported;

import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * The texts that cells of a workbook share. There may be one for each cell, so they lie
 * in a file with an index beside it; those that are asked for again and again are
 * remembered.
 */
final class SharedTexts implements Closeable {

	private static final int REMEMBERED = 500;

	private final Path textFile = Files.createTempFile("escala-", ".texts");

	private final Path indexFile = Files.createTempFile("escala-", ".index");

	private final RandomAccessFile texts;

	private final RandomAccessFile index;

	private final Map<Integer, String> remembered = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Integer, String> eldest) {
			return size() > REMEMBERED;
		}

	};

	/**
	 * Reads them all.
	 * @param xml the part of the workbook that has them, or {@code null} where it has
	 * none
	 */
	SharedTexts(XMLStreamReader xml) throws IOException, XMLStreamException {
		try (DataOutputStream text = new DataOutputStream(
				new BufferedOutputStream(Files.newOutputStream(this.textFile)));
				DataOutputStream offsets = new DataOutputStream(
						new BufferedOutputStream(Files.newOutputStream(this.indexFile)))) {
			long end = 0;
			while (xml != null && xml.hasNext()) {
				if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("si")) {
					byte[] bytes = item(xml).getBytes(StandardCharsets.UTF_8);
					text.write(bytes);
					end += bytes.length;
					offsets.writeLong(end);
				}
			}
		}
		this.texts = new RandomAccessFile(this.textFile.toFile(), "r");
		this.index = new RandomAccessFile(this.indexFile.toFile(), "r");
	}

	/**
	 * One text, also where it is put together from runs; how it is pronounced is left.
	 */
	private static String item(XMLStreamReader xml) throws XMLStreamException {
		StringBuilder text = new StringBuilder();
		boolean inText = false;
		int phonetic = 0;
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				phonetic += xml.getLocalName().equals("rPh") ? 1 : 0;
				inText = xml.getLocalName().equals("t") && phonetic == 0;
			}
			else if (event == XMLStreamConstants.CHARACTERS && inText) {
				text.append(xml.getText());
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				phonetic -= xml.getLocalName().equals("rPh") ? 1 : 0;
				inText = false;
				if (xml.getLocalName().equals("si")) {
					break;
				}
			}
		}
		return text.toString();
	}

	/** The text with this number; empty where the workbook has none. */
	String get(int number) throws IOException {
		String known = this.remembered.get(number);
		if (known != null) {
			return known;
		}
		if (number < 0 || (number + 1) * (long) Long.BYTES > this.index.length()) {
			return "";
		}
		this.index.seek(Math.max(0, number - 1) * (long) Long.BYTES);
		long start = (number == 0) ? 0 : this.index.readLong();
		byte[] bytes = new byte[(int) (this.index.readLong() - start)];
		this.texts.seek(start);
		this.texts.readFully(bytes);
		String text = new String(bytes, StandardCharsets.UTF_8);
		this.remembered.put(number, text);
		return text;
	}

	@Override
	public void close() throws IOException {
		this.texts.close();
		this.index.close();
		Files.deleteIfExists(this.textFile);
		Files.deleteIfExists(this.indexFile);
	}

}
