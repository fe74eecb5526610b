package dev.escala.pipeline.exported;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Whose export a file is, told by its header and the look of its ids. */
public enum ExportSystem {

	DYNAMICS("Dynamics 365", "\\(do not modify\\) .*|\\(no modificar\\) .*", "(?!)"),

	PIPEDRIVE("Pipedrive", "(deal|trato|negocio|lead|prospecto|person|persona|organization|organizacion) - .*", "(?!)"),

	HUBSPOT("HubSpot",
			"record id|id de registro|associated company ids?|(deal|contact) owner|propietario del (negocio|contacto)",
			"(?!)"),

	ZOHO("Zoho CRM", ".*\\.id", "zcrm_\\d+"),

	ODOO("Odoo", "[a-z_]+_id/id|expected_revenue|[^/]+/id", "__export__\\..*"),

	TWENTY("Twenty", ".+ / (currency|moneda)", "(?!)"),

	ESPOCRM("EspoCRM", "amountcurrency|assignedusername|accountname|closedate", "[0-9a-f]{17}"),

	SUITECRM("SuiteCRM", ".*:", "(?!)"),

	BITRIX24("Bitrix24", "stage_id|opportunity|currency_id|(nombre|etapa) de la negociacion", "(?!)"),

	SALESFORCE_LOADER("Salesforce (Data Loader)", "stagename|closedate|iswon|lastmodifieddate|accountid",
			"[0-9A-Za-z]{15}(?:[0-9A-Za-z]{3})?"),

	SALESFORCE_REPORT("Salesforce (informe)",
			"opportunity (name|owner)|lead (owner|source|status)|nombre de la oportunidad|propietario de(l| la)? (oportunidad|candidato)",
			"(?!)"),

	FRAPPE("Frappe", "lost (reason|notes)|lead owner|deal owner", "CRM-[A-Z]+-\\d{4}-\\d+"),

	OTHER("Otro sistema", "(?!)", "(?!)");

	private final String label;

	private final Pattern header;

	private final Pattern id;

	ExportSystem(String label, String header, String id) {
		this.label = label;
		this.header = Pattern.compile(header);
		this.id = Pattern.compile(id);
	}

	/** How people call it. */
	public String label() {
		return this.label;
	}

	/**
	 * The system that most of the signals are of; of two the first.
	 * @param header the names of the columns, made plain but for their colons
	 * @param ids some values of the column of ids
	 */
	static ExportSystem of(List<String> header, List<String> ids) {
		ExportSystem best = OTHER;
		long most = 0;
		for (ExportSystem system : values()) {
			long signals = header.stream().filter(system.header.asMatchPredicate()).count()
					+ 3 * ids.stream().filter(system.id.asMatchPredicate()).limit(1).count();
			if (signals > most) {
				best = system;
				most = signals;
			}
		}
		return best;
	}

	/** Whether rows without a key of their own belong to the row above. */
	boolean hasChildRows() {
		return this == ODOO || this == FRAPPE;
	}

	/**
	 * The zone of times that name none.
	 * @param of whoever imports, where the system writes the times of its users
	 */
	ZoneId zone(ZoneId of) {
		return (this == ESPOCRM || this == PIPEDRIVE) ? ZoneOffset.UTC : of;
	}

}
