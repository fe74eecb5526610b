package dev.escala.pursuit.taken.row;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.customer.SearchName;
import dev.escala.pipeline.SaveProspect;
import dev.escala.pipeline.exported.ExportField;
import dev.escala.pipeline.exported.ExportedRow;
import dev.escala.pipeline.exported.StageMeaning;
import dev.escala.pursuit.Capture;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.taken.Choices;
import dev.escala.text.Amounts;
import dev.escala.text.Shortening;
import dev.escala.validation.Fields;

/**
 * A row of an export in our own words, checked.
 *
 * @param line number of its first line, from 1
 * @param name whom it is about
 * @param company the company, or {@code null} where it is about a person
 * @param title what the deal is called
 * @param profile whom to speak to
 * @param sector what they do, or {@code null}
 * @param employees how many people work there, or {@code null}
 * @param language {@code es} or {@code en}
 * @param capture by which channel they came
 * @param money for how much, or {@code null}
 * @param taxId without blanks and signs, or {@code null}
 * @param meaning what became of it there
 * @param stage what its stage or status is called there, or {@code null}
 * @param loss what it says of a loss
 * @param owner who answers for it there, or {@code null}
 * @param rest everything else that it says, a line for each
 */
record SaidRow(long line, String name, String company, String title, Profile profile, String sector, Integer employees,
		String language, Capture capture, Money money, String taxId, StageMeaning meaning, String stage, LossTexts loss,
		String owner, String rest) {

	private static final int LONGEST_REST = 4000;

	/** The most that the amount of a pursuit may be. */
	private static final BigDecimal MOST = new BigDecimal("999999999999.99");

	/** An amount with two decimals and its currency. */
	record Money(BigDecimal amount, String currency) {

		/** As people type it. */
		String typed() {
			return this.amount.toPlainString().replace('.', ',');
		}

		@Override
		public String toString() {
			return Amounts.said(this.amount, this.currency);
		}

	}

	/** What a row says of a loss; each may be {@code null}. */
	record LossTexts(String reason, String competitor, String weakPoints, String analyst, String lesson) {
	}

	/**
	 * Reads a row.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	static SaidRow of(ExportedRow row, boolean deals, Choices choices) {
		Fields fields = new Fields();
		String name = fields.optionalLine("company", "el nombre de la empresa", row.name(), 200);
		if (name == null) {
			fields.refuse("company", "No dice de quién es: rellene la empresa o la persona.");
		}
		String title = fields.optional("title", "el nombre de la oportunidad",
				(row.text(ExportField.TITLE) == null) ? row.name() : row.text(ExportField.TITLE), 1000);
		List<String> emails = several(row.text(ExportField.EMAIL));
		List<String> phones = several(row.text(ExportField.PHONE));
		Profile profile = fields.part(() -> new Profile(null, row.person(), row.text(ExportField.JOB_TITLE),
				first(phones), first(emails), null, null, null, null)
			.checked());
		Integer employees = number(row.text(ExportField.EMPLOYEES));
		String language = language(row.text(ExportField.LANGUAGE));
		String sector = row.text(ExportField.SECTOR);
		if (name != null) {
			fields.part(() -> new SaveProspect(null, name, sector, employees, language));
		}
		Money money = money(fields, row, choices);
		LossTexts loss = new LossTexts(row.text(ExportField.LOST_REASON), row.text(ExportField.COMPETITOR),
				row.text(ExportField.WEAK_POINTS), row.text(ExportField.ANALYST), row.text(ExportField.LESSON));
		fields.done();
		return new SaidRow(row.line(), name, row.text(ExportField.COMPANY), title, profile, sector, employees, language,
				capture(row.text(ExportField.SOURCE), choices.capture()), money, taxId(row.text(ExportField.TAX_ID)),
				meaning(row, deals), stage(row), loss, row.text(ExportField.OWNER),
				rest(row, emails, phones, employees, ZoneId.of(choices.zone())));
	}

	/**
	 * Whom to look for among those whom we know. What only a deal is called tells nobody:
	 * two deals of the same name may be of two companies.
	 */
	RowKeys keys() {
		boolean person = this.company == null;
		String email = this.profile.contactEmail();
		boolean named = !person || this.profile.contactName() != null && email == null;
		return new RowKeys(named ? this.name : null, this.taxId, MailDomains.of(email), person ? email : null);
	}

	/** Whoever names the competitor lost to one, whatever the stage is called there. */
	private static StageMeaning meaning(ExportedRow row, boolean deals) {
		return (deals && row.meaning() == StageMeaning.LOST && row.text(ExportField.COMPETITOR) != null)
				? StageMeaning.LOST_TO_COMPETITOR : row.meaning();
	}

	private static String stage(ExportedRow row) {
		String stage = row.text(ExportField.STAGE);
		return (stage == null) ? row.text(ExportField.STATUS) : stage;
	}

	/** Some systems write all addresses of a person into one cell. */
	private static List<String> several(String text) {
		return (text == null) ? List.of()
				: Stream.of(text.split("[,;\\n]")).map(String::strip).filter((one) -> !one.isEmpty()).toList();
	}

	private static String first(List<String> texts) {
		return texts.isEmpty() ? null : texts.get(0);
	}

	/** A range or a word stays in the rest of the row. */
	private static Integer number(String text) {
		String digits = (text == null) ? "" : text.replaceAll("[.,  ]", "");
		return (digits.matches("\\d{1,8}") && Integer.parseInt(digits) > 0) ? Integer.valueOf(digits) : null;
	}

	private static String language(String text) {
		String plain = (text == null) ? "" : SearchName.of(text);
		return (plain.equals("en") || plain.startsWith("en-") || plain.startsWith("en_") || plain.equals("english")
				|| plain.equals("ingles")) ? "en" : "es";
	}

	private static String taxId(String text) {
		String plain = (text == null) ? "" : text.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "");
		String own = plain.matches("ES[A-Z0-9]\\d{7}[A-Z0-9]") ? plain.substring(2) : plain;
		return (own.length() < 5) ? null : own;
	}

	private static Money money(Fields fields, ExportedRow row, Choices choices) {
		if (row.amount() == null || row.amount().signum() == 0) {
			return null;
		}
		BigDecimal amount = row.amount().setScale(2, RoundingMode.HALF_UP);
		if (amount.signum() <= 0 || amount.compareTo(MOST) > 0) {
			fields.refuse("amount", "El importe «" + row.text(ExportField.AMOUNT)
					+ "» no puede ser el de una venta: es mayor que cero y tiene doce cifras como mucho.");
			return null;
		}
		return new Money(amount, (row.currency() == null) ? choices.currency() : row.currency());
	}

	private static Capture capture(String source, Capture other) {
		String plain = (source == null) ? "" : SearchName.of(source);
		if (plain.isEmpty()) {
			return other;
		}
		if (plain.matches(".*(social|linkedin|facebook|instagram|twitter|redes).*")) {
			return Capture.NETWORKS;
		}
		if (plain.matches(".*(referr?al|referenci|recomend|word of mouth|boca|partner|socio).*")) {
			return Capture.REFERRAL;
		}
		if (plain.matches(".*(event|feria|trade ?show|conferen|congres|seminar).*")) {
			return Capture.EVENT;
		}
		if (plain.matches(".*(e-?mail|correo).*")) {
			return Capture.MAIL;
		}
		if (plain.matches(".*(web|formulario|organic|online|internet|search|busqueda|landing).*")) {
			return Capture.WEB;
		}
		return plain.matches(".*(existing|cliente|customer).*") ? Capture.CUSTOMER_BASE : other;
	}

	private static String rest(ExportedRow row, List<String> emails, List<String> phones, Integer employees,
			ZoneId zone) {
		List<String> lines = new ArrayList<>();
		for (ExportField field : List.of(ExportField.STAGE, ExportField.STATUS, ExportField.OWNER, ExportField.SOURCE,
				ExportField.WEBSITE, ExportField.TAX_ID, ExportField.NOTE)) {
			add(lines, field.label(), row.text(field));
		}
		add(lines, ExportField.CLOSE_DATE.label(), (row.closeDate() == null) ? null : row.closeDate().toString());
		add(lines, ExportField.CREATED_AT.label(),
				(row.createdAt() == null) ? null : row.createdAt().atZone(zone).toLocalDate().toString());
		add(lines, "Otros correos", emails.stream().skip(1).collect(Collectors.joining(", ")));
		add(lines, "Otros teléfonos", phones.stream().skip(1).collect(Collectors.joining(", ")));
		add(lines, ExportField.EMPLOYEES.label(), (employees == null) ? row.text(ExportField.EMPLOYEES) : null);
		if (!row.note().isEmpty()) {
			lines.add(row.note());
		}
		return Shortening.withEllipsis(String.join("\n", lines), LONGEST_REST);
	}

	private static void add(List<String> lines, String label, String text) {
		if (text != null && !text.isEmpty()) {
			lines.add(label + ": " + text);
		}
	}

}
