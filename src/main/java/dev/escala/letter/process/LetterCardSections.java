package dev.escala.letter.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.card.CardSection;
import dev.escala.contact.ContactPoint;
import dev.escala.contact.CustomerContacts;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetter.Reading;
import dev.escala.letter.CustomerLetter.Status;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterPreview;
import dev.escala.letter.LetterText;
import dev.escala.letter.ReplyPoints;
import dev.escala.matter.MatterNote;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;

import org.springframework.stereotype.Component;

/**
 * Shows above the tasks of a letter what its reader and its author need: the mail as the
 * customer will get it, what the reader said, what the customer waits to hear.
 */
@Component
class LetterCardSections implements CardSection {

	private final CustomerLetters letters;

	private final LetterPreview preview;

	private final CustomerContacts contacts;

	private final ReplyPoints points;

	private final PersonNames names;

	LetterCardSections(CustomerLetters letters, LetterPreview preview, CustomerContacts contacts, ReplyPoints points,
			PersonNames names) {
		this.letters = letters;
		this.preview = preview;
		this.contacts = contacts;
		this.points = points;
		this.names = names;
	}

	@Override
	public List<Section> sections(CaseNumber caseNumber, String taskKey) {
		return switch (taskKey) {
			case CustomerMessageProcess.TASK_READ -> letters(caseNumber, Status.IN_READING, true);
			case CustomerMessageProcess.TASK_CORRECT -> letters(caseNumber, Status.SENT_BACK, false);
			case "userTask_replyToContact" -> waiting(caseNumber);
			default -> List.of();
		};
	}

	private List<Section> letters(CaseNumber caseNumber, Status status, boolean mail) {
		List<Section> sections = new ArrayList<>();
		this.letters.letters(caseNumber).stream().filter((letter) -> letter.status() == status).forEach((letter) -> {
			if (mail) {
				sections.add(mail(letter));
				overrides(letter, sections);
			}
			else if (letter.latest().text().length() > LetterText.LONGEST) {
				sections.add(new Section("La carta, que no cabe en el formulario",
						"Corrija los puntos y deje el mensaje vacío: se compone otra vez.\n\n"
								+ letter.latest().text()));
			}
			letter.readings().forEach((reading) -> sections.add(reading(letter, reading)));
		});
		return sections;
	}

	private Section mail(CustomerLetter letter) {
		String title = "Así lo leerá el cliente: " + letter.intent().label();
		if (!this.preview.isByMail(letter)) {
			return new Section(title, "Va en papel, bajo el membrete.\n\n" + letter.latest().text());
		}
		return new Section(title,
				this.preview.mail(letter.caseNumber(), letter.intent(), letter.customerId(), letter.latest().text())
					.map((mail) -> "Para: " + mail.recipientName() + " (" + mail.customerName() + ")\nAsunto: "
							+ mail.subject() + "\n\n" + mail.text().strip())
					.orElse(letter.latest().text()));
	}

	private void overrides(CustomerLetter letter, List<Section> sections) {
		if (letter.latest().overrideReason() != null) {
			sections.add(new Section("Se escribió así a pesar de estas observaciones",
					letter.latest().findings().stream().map("• "::concat).collect(Collectors.joining("\n"))
							+ "\nMotivo: " + letter.latest().overrideReason()));
		}
	}

	private Section reading(CustomerLetter letter, Reading reading) {
		return new Section(
				"Lectura de la versión " + reading.version() + ", " + this.names.name(reading.reader()) + " ("
						+ letter.intent().label() + ")",
				(reading.comment() == null) ? "Visto bueno, sin comentarios." : reading.comment());
	}

	/** Comments, questions and statements that the reply answers one by one (003-10). */
	private List<Section> waiting(CaseNumber caseNumber) {
		List<MatterNote> said = this.contacts.waiting(caseNumber);
		if (said.isEmpty()) {
			return List.of();
		}
		List<ContactPoint> all = this.points.list(caseNumber);
		long open = all.stream().filter(ContactPoint::isOpen).count();
		// Contacts from before the points have none.
		String text = all.isEmpty() ? said.stream().map((note) -> "• " + note.text()).collect(Collectors.joining("\n"))
				: ((open == 0) ? "Todo está contestado."
						: (open == 1) ? "Queda 1 punto sin respuesta." : "Quedan " + open + " puntos sin respuesta.")
						+ all.stream()
							.map((point) -> "\n• " + point.text() + " → " + state(point))
							.collect(Collectors.joining());
		return List.of(new Section("A qué hay que responder, punto por punto", text,
				List.of(new Link(ReplyPoints.LINK, "/responder/" + caseNumber))));
	}

	private static String state(ContactPoint point) {
		return (point.answer() != null) ? "contestado" : (point.noAnswerReason() != null) ? "no hace falta"
				: point.question() ? "SIN RESPUESTA" : "se agradece";
	}

}
