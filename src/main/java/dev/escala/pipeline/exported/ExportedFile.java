package dev.escala.pipeline.exported;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

import dev.escala.validation.InvalidInputException;
import dev.escala.web.CsvUpload;

/**
 * A file that somebody sent, CSV or XLSX, to be read record by record as often as needed.
 */
public final class ExportedFile implements Closeable {

	/** How a workbook begins: it is an archive. */
	private static final byte[] ARCHIVE = { 'P', 'K', 3, 4 };

	/** How the older format of workbooks begins. */
	private static final byte[] OLD_WORKBOOK = { (byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0 };

	private final CsvUpload csv;

	private final Workbook workbook;

	private ExportedFile(CsvUpload csv, Workbook workbook) {
		this.csv = csv;
		this.workbook = workbook;
	}

	/**
	 * Takes a file over. The caller closes both the stream and the file.
	 * @throws InvalidInputException for the field {@code file} where it is neither
	 * @throws IOException where the stream cannot be read to its end, or is too long
	 */
	public static ExportedFile of(InputStream content) throws IOException {
		BufferedInputStream bytes = new BufferedInputStream(content);
		bytes.mark(ARCHIVE.length);
		byte[] start = bytes.readNBytes(ARCHIVE.length);
		bytes.reset();
		if (Arrays.equals(start, OLD_WORKBOOK)) {
			throw new InvalidInputException("file",
					"Es un libro de Excel antiguo (.xls): guárdelo como .xlsx o como CSV, y vuelva a enviarlo.");
		}
		return Arrays.equals(start, ARCHIVE) ? new ExportedFile(null, Workbook.of(bytes))
				: new ExportedFile(CsvUpload.of(bytes), null);
	}

	/** Whether rows leave out the empty cells at their end. */
	boolean isTrimmed() {
		return this.workbook != null;
	}

	/** Reads the file from its start: the first sheet of a workbook. */
	void scan(CsvUpload.Records records) {
		if (this.csv != null) {
			this.csv.scan(records);
		}
		else {
			this.workbook.scan(records);
		}
	}

	/** Forgets the file. */
	@Override
	public void close() throws IOException {
		if (this.csv != null) {
			this.csv.close();
		}
		else {
			this.workbook.close();
		}
	}

}
