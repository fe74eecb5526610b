package dev.escala.servicenow;

import dev.escala.web.CsvUpload;

/**
 * Reads no more than the header of a file, so that a wrong one is refused at once, also
 * where nobody waits for the import.
 */
final class HeaderCheck implements CsvUpload.Rows {

	private HeaderCheck() {
	}

	/**
	 * Refuses a file without the columns of an incident.
	 * @throws dev.escala.validation.InvalidInputException naming all that are missing
	 */
	static void check(CsvUpload upload) {
		try {
			upload.read(IncidentRow.COLUMNS, new HeaderCheck());
		}
		catch (HeaderReadException ex) {
			// There is a first row, so the header is right.
		}
	}

	@Override
	public void row(CsvUpload.Row row) {
		throw new HeaderReadException();
	}

	@Override
	public void rejected(long line, String reason) {
		throw new HeaderReadException();
	}

	/** Ends the reading. */
	private static final class HeaderReadException extends RuntimeException {

	}

}
