package dev.escala.pursuit.interest;

import dev.escala.pursuit.Capture;
import dev.escala.validation.Fields;

/**
 * What somebody left in a form on the web.
 *
 * @param name their name
 * @param company where they work, or {@code null}
 * @param email mail address, or {@code null} where there is a telephone
 * @param phone telephone, or {@code null} where there is a mail address
 * @param text what they are interested in
 * @param capture by which channel it came
 */
public record SaidLead(String name, String company, String email, String phone, String text, Capture capture) {

	/** Longest text, in characters. */
	public static final int LONGEST = 2000;

	/**
	 * The same, checked.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public SaidLead checked() {
		Fields fields = new Fields();
		String who = fields.requiredLine("name", "el nombre", this.name, 150);
		String business = fields.optionalLine("company", "la empresa", this.company, 150);
		String mail = fields.optionalLine("email", "el correo", this.email, 200);
		if (mail != null && !mail.matches("[^\\s@]{1,64}@[^\\s@]+\\.[^\\s@]+")) {
			fields.refuse("email", "No es una dirección de correo válida, como nombre@empresa.es.");
		}
		String number = fields.optionalLine("phone", "el teléfono", this.phone, 40);
		if (number != null && number.replaceAll("\\D", "").length() < 7) {
			fields.refuse("phone", "No es un teléfono: escriba al menos siete cifras.");
		}
		if (mail == null && number == null) {
			fields.refuse("email", "Falta el correo o el teléfono: con uno de los dos basta.");
		}
		SaidLead read = new SaidLead(who, business, mail, number,
				fields.required("text", "qué le interesa", this.text, LONGEST), this.capture);
		fields.done();
		return read;
	}

	SaidInterest interest() {
		return new SaidInterest(this.name, this.company, this.email, this.phone, "", this.text, this.capture);
	}

}
