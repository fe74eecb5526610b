package dev.escala.pipeline.exported;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

import dev.escala.validation.InvalidInputException;
import dev.escala.web.CsvUpload;

/**
 * The first sheet of a workbook in the format of ISO/IEC 29500 (.xlsx), as text: dates by
 * the format of their cells as ISO 8601, numbers as they are stored. It lies in temporary
 * files, also its shared texts, and is read row by row in constant memory.
 */
final class Workbook implements Closeable {

	/** More columns than any export has; what stands further right is left. */
	private static final int MOST_COLUMNS = 500;

	private final Path file;

	private final ZipFile zip;

	private final String sheet;

	private final SharedTexts texts;

	private final CellDates dates;

	private Workbook(Path file) throws IOException, XMLStreamException {
		this.file = file;
		this.zip = new ZipFile(file.toFile());
		boolean from1904 = false;
		String id = null;
		XMLStreamReader xml = read("xl/workbook.xml");
		while (xml.hasNext()) {
			if (xml.next() == XMLStreamConstants.START_ELEMENT) {
				if (xml.getLocalName().equals("workbookPr")) {
					from1904 = Set.of("1", "true").contains(String.valueOf(xml.getAttributeValue(null, "date1904")));
				}
				else if (xml.getLocalName().equals("sheet") && id == null) {
					id = attribute(xml, "id");
				}
			}
		}
		this.sheet = target(id);
		this.texts = new SharedTexts(
				this.zip.getEntry("xl/sharedStrings.xml") == null ? null : read("xl/sharedStrings.xml"));
		this.dates = new CellDates(from1904, dateStyles());
	}

	/**
	 * Takes a workbook over.
	 * @throws InvalidInputException where it is none
	 */
	static Workbook of(InputStream content) throws IOException {
		Path file = Files.createTempFile("escala-", ".xlsx");
		try {
			Files.copy(content, file, StandardCopyOption.REPLACE_EXISTING);
			return new Workbook(file);
		}
		catch (XMLStreamException | ZipException | NullPointerException | IllegalArgumentException ex) {
			Files.deleteIfExists(file);
			throw unreadable();
		}
		catch (IOException | RuntimeException ex) {
			Files.deleteIfExists(file);
			throw ex;
		}
	}

	void scan(CsvUpload.Records records) {
		try {
			XMLStreamReader xml = read(this.sheet);
			long line = 0;
			while (xml.hasNext()) {
				if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("row")) {
					String number = xml.getAttributeValue(null, "r");
					long at = (number == null) ? line + 1 : Long.parseLong(number);
					// Empty rows are not written, and tell where a table ends.
					if (at > line + 1 && line > 0 && !records.record(line + 1, List.of())) {
						return;
					}
					line = at;
					if (!records.record(line, row(xml))) {
						return;
					}
				}
			}
		}
		catch (XMLStreamException | NumberFormatException ex) {
			throw unreadable();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private List<String> row(XMLStreamReader xml) throws XMLStreamException, IOException {
		List<String> cells = new ArrayList<>();
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("row")) {
				break;
			}
			if (event == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("c")) {
				String reference = xml.getAttributeValue(null, "r");
				int column = (reference == null) ? cells.size() : column(reference);
				String text = cell(xml);
				while (cells.size() < Math.min(column, MOST_COLUMNS)) {
					cells.add("");
				}
				if (column < MOST_COLUMNS) {
					cells.add(text);
				}
			}
		}
		return cells;
	}

	private String cell(XMLStreamReader xml) throws XMLStreamException, IOException {
		String type = String.valueOf(xml.getAttributeValue(null, "t"));
		String style = xml.getAttributeValue(null, "s");
		StringBuilder value = new StringBuilder();
		String inside = "";
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamConstants.START_ELEMENT) {
				inside = xml.getLocalName();
			}
			else if (event == XMLStreamConstants.CHARACTERS && (inside.equals("v") || inside.equals("t"))) {
				value.append(xml.getText());
			}
			else if (event == XMLStreamConstants.END_ELEMENT) {
				inside = "";
				if (xml.getLocalName().equals("c")) {
					break;
				}
			}
		}
		String text = value.toString();
		return switch (type) {
			case "s" -> this.texts.get(Integer.parseInt(text.strip()));
			case "b" -> text.equals("1") ? "true" : "false";
			case "e" -> "";
			case "inlineStr", "str", "d" -> text;
			default -> this.dates.text(text, style);
		};
	}

	/** The column of a reference such as {@code BC12}, from 0. */
	private static int column(String reference) {
		int column = 0;
		for (int i = 0; i < reference.length() && reference.charAt(i) >= 'A' && column < MOST_COLUMNS; i++) {
			column = column * 26 + reference.charAt(i) - 'A' + 1;
		}
		return column - 1;
	}

	/** Where the sheet lies, by the id that the workbook calls it. */
	private String target(String id) throws IOException, XMLStreamException {
		XMLStreamReader xml = read("xl/_rels/workbook.xml.rels");
		while (xml.hasNext()) {
			if (xml.next() == XMLStreamConstants.START_ELEMENT && xml.getLocalName().equals("Relationship")
					&& xml.getAttributeValue(null, "Id").equals(id)) {
				String target = xml.getAttributeValue(null, "Target");
				return target.startsWith("/") ? target.substring(1) : "xl/" + target;
			}
		}
		throw unreadable();
	}

	/** The formats of cells that show dates, by their index. */
	private Set<String> dateStyles() throws IOException, XMLStreamException {
		Set<String> styles = new HashSet<>();
		if (this.zip.getEntry("xl/styles.xml") == null) {
			return styles;
		}
		Set<String> formats = new HashSet<>(CellDates.BUILT_IN);
		XMLStreamReader xml = read("xl/styles.xml");
		boolean cells = false;
		int index = 0;
		while (xml.hasNext()) {
			int event = xml.next();
			if (event == XMLStreamConstants.END_ELEMENT && xml.getLocalName().equals("cellXfs")) {
				cells = false;
			}
			if (event != XMLStreamConstants.START_ELEMENT) {
				continue;
			}
			switch (xml.getLocalName()) {
				case "numFmt" -> {
					if (CellDates.isDate(xml.getAttributeValue(null, "formatCode"))) {
						formats.add(xml.getAttributeValue(null, "numFmtId"));
					}
				}
				case "cellXfs" -> cells = true;
				case "xf" -> {
					if (cells && formats.contains(xml.getAttributeValue(null, "numFmtId"))) {
						styles.add(String.valueOf(index));
					}
					index += cells ? 1 : 0;
				}
				default -> {
				}
			}
		}
		return styles;
	}

	private XMLStreamReader read(String name) throws IOException, XMLStreamException {
		ZipEntry entry = this.zip.getEntry(name);
		if (entry == null) {
			throw unreadable();
		}
		return SafeXml.reader(this.zip.getInputStream(entry));
	}

	private static String attribute(XMLStreamReader xml, String name) {
		for (int i = 0; i < xml.getAttributeCount(); i++) {
			if (xml.getAttributeLocalName(i).equals(name)) {
				return xml.getAttributeValue(i);
			}
		}
		return null;
	}

	private static InvalidInputException unreadable() {
		return new InvalidInputException("file",
				"No se puede leer como libro de Excel (.xlsx): ábralo, guárdelo de nuevo y vuelva a enviarlo, o envíelo como CSV.");
	}

	@Override
	public void close() throws IOException {
		this.texts.close();
		this.zip.close();
		Files.deleteIfExists(this.file);
	}

}
