package dev.escala.pursuit.taken.row;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.pipeline.exported.ExportField;
import dev.escala.pipeline.exported.ExportSystem;
import dev.escala.pipeline.exported.ExportedRow;
import dev.escala.pursuit.PursuitKind;

/**
 * Which row of which system it is: by its own id there, or where the export leaves that
 * out, by what it is about. Two systems that nobody knows may count alike, so that there
 * both tell.
 *
 * @param system the system; reports and tables of the same one are the same
 * @param kind what its rows are
 * @param ownId its id there, or a digest
 */
record Identity(String system, PursuitKind kind, String ownId) {

	/** Their ids have three letters more where case does not count. */
	private static final int SALESFORCE_ID = 15;

	static Identity of(ExportSystem system, boolean deals, ExportedRow row) {
		boolean salesforce = system == ExportSystem.SALESFORCE_LOADER || system == ExportSystem.SALESFORCE_REPORT;
		String id = row.text(ExportField.EXTERNAL_ID);
		String about = Digests
			.of(Stream.of(row.name(), row.text(ExportField.TITLE), row.person(), row.text(ExportField.EMAIL))
				.map((text) -> (text == null) ? "" : text)
				.collect(Collectors.joining("\n")));
		String own = (id == null) ? "#" + about
				: (salesforce && id.length() == SALESFORCE_ID + 3) ? id.substring(0, SALESFORCE_ID)
						: (system == ExportSystem.ZOHO) ? id.replaceFirst("^zcrm_", "")
								: (system == ExportSystem.OTHER) ? id + "#" + Digests.of(row.name()) : id;
		return new Identity(salesforce ? "SALESFORCE" : system.name(),
				deals ? PursuitKind.OPPORTUNITY : PursuitKind.PROSPECT, own);
	}

}
