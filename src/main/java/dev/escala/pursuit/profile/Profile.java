package dev.escala.pursuit.profile;

import java.util.ArrayList;
import java.util.List;

import dev.escala.validation.Fields;

/**
 * Why somebody is pursued and whom to speak to (004-01), and the homework before the
 * first call (004-03). What is unknown is {@code null}.
 *
 * @param whyChosen why they were chosen
 * @param contactName the person to speak to
 * @param contactTitle that person's position
 * @param contactPhone a telephone number
 * @param contactEmail a mail address
 * @param recentEvents what happened there lately (004-14)
 * @param suitableSectors homework: which sectors suit what we sell
 * @param contactLevel homework: at which level to speak, for a company of that size and
 * sector
 * @param livelihood homework: how the company makes a living
 */
public record Profile(String whyChosen, String contactName, String contactTitle, String contactPhone,
		String contactEmail, String recentEvents, String suitableSectors, String contactLevel, String livelihood) {

	/** Nothing is known. */
	public static final Profile EMPTY = new Profile(null, null, null, null, null, null, null, null, null);

	private static final int LONGEST = 1000;

	/**
	 * The same as somebody wrote it, checked.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public Profile checked() {
		Fields fields = new Fields();
		String email = fields.optionalLine("contactEmail", "el correo", this.contactEmail, 200);
		if (email != null && !email.matches("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@]+")) {
			fields.refuse("contactEmail", "No es una dirección de correo válida, como nombre@empresa.es.");
		}
		Profile read = new Profile(fields.optional("whyChosen", "por qué se eligió", this.whyChosen, LONGEST),
				fields.optionalLine("contactName", "la persona de contacto", this.contactName, 200),
				fields.optionalLine("contactTitle", "el cargo", this.contactTitle, 200),
				fields.optionalLine("contactPhone", "el teléfono", this.contactPhone, 40), email,
				fields.optional("recentEvents", "qué ha pasado hace poco", this.recentEvents, LONGEST),
				fields.optional("suitableSectors", "los sectores adecuados", this.suitableSectors, LONGEST),
				fields.optionalLine("contactLevel", "el nivel de contacto", this.contactLevel, 200),
				fields.optional("livelihood", "de qué vive la empresa", this.livelihood, LONGEST));
		fields.done();
		return read;
	}

	/** What of the homework is not done yet, in Spanish. */
	List<String> missingHomework() {
		List<String> missing = new ArrayList<>();
		add(missing, this.suitableSectors, "qué sectores son adecuados");
		add(missing, this.contactLevel, "a qué nivel hay que llegar, por su tamaño y su sector");
		add(missing, (this.contactTitle == null) ? null : this.contactName, "con qué persona y con qué cargo");
		add(missing, this.livelihood, "de qué vive la empresa");
		return missing;
	}

	/** The same, with what the other one knows in addition or better. */
	Profile with(Profile other) {
		return new Profile(or(other.whyChosen, this.whyChosen), or(other.contactName, this.contactName),
				or(other.contactTitle, this.contactTitle), or(other.contactPhone, this.contactPhone),
				or(other.contactEmail, this.contactEmail), or(other.recentEvents, this.recentEvents),
				or(other.suitableSectors, this.suitableSectors), or(other.contactLevel, this.contactLevel),
				or(other.livelihood, this.livelihood));
	}

	private static String or(String better, String known) {
		return (better != null) ? better : known;
	}

	private static void add(List<String> missing, String known, String what) {
		if (known == null) {
			missing.add(what);
		}
	}

}
