package dev.escala.complaint.course;

import java.util.Optional;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.Statement;
import dev.escala.customer.Customer;
import dev.escala.inbound.opening.MailOpening;
import dev.escala.inbound.opening.OpeningMail;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Shortening;
import dev.escala.text.WrittenLanguage;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * A mail is a door like any other: its words, from the moment at which it arrived, of
 * whoever sent it, who is answered by mail in the language in which they wrote.
 */
@Component
class MailedComplaints implements MailOpening {

	private final PresentComplaint presenting;

	private final Complainants complainants;

	MailedComplaints(PresentComplaint presenting, Complainants complainants) {
		this.presenting = presenting;
		this.complainants = complainants;
	}

	@Override
	public String kind() {
		return Complaint.KIND;
	}

	@Override
	public String label() {
		return "Abrir una reclamación";
	}

	@Override
	public String hint() {
		return "Si el cliente se queja o pide que se arregle algo, es una reclamación, la llame como la llame. Cuenta desde "
				+ "que llegó el correo, con sus palabras y sus archivos, y quien lo envió recibe su clave y su justificante.";
	}

	@Override
	public boolean isOne(CaseNumber number) {
		return number.value().startsWith(Complaint.PREFIX);
	}

	@Override
	public CaseNumber open(OpeningMail mail, UserId by) {
		String words = words(mail);
		Optional<String> typed = typed(mail.customer());
		if (typed.isEmpty() && mail.sender() == null) {
			throw new InvalidInputException("customer",
					"No se puede leer qué dirección lo envía: escriba el código o el nombre de un cliente conocido.");
		}
		String guessed = typed(mail.language()).orElseGet(() -> WrittenLanguage.of(words));
		Customer writer = typed.isPresent() ? null : this.complainants.writer(mail.sender(),
				mail.senderName().isBlank() ? mail.sender() : mail.senderName(), guessed);
		Statement.Input input = new Statement.Input(typed.orElseGet(() -> writer.code()), mail.sender(), null, null,
				words, null, null, null, null, null, null, null, null, guessed, mail.arrivedAt().toString(), null, null,
				null, null);
		return this.presenting.present(input, ComplaintDoor.MAIL, by).complaint().number();
	}

	/** Its subject often says what the text takes for known. */
	private static String words(OpeningMail mail) {
		String text = mail.text().strip();
		String subject = mail.subject().strip();
		String whole = (subject.isEmpty() || text.startsWith(subject)) ? text : (subject + "\n\n" + text).strip();
		if (whole.isEmpty()) {
			return "(El correo " + mail.id() + " no tiene texto: mire sus archivos.)";
		}
		String more = "\n\nEl texto sigue en el correo " + mail.id() + ".";
		return (whole.length() <= Statement.LONGEST) ? whole
				: Shortening.withEllipsis(whole, Statement.LONGEST - more.length()) + more;
	}

	private static Optional<String> typed(String text) {
		return Optional.ofNullable(text).map(String::strip).filter((one) -> !one.isEmpty());
	}

}
