package dev.escala.letter.process;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

import dev.escala.card.CardSection;
import dev.escala.contact.CustomerContacts;
import dev.escala.letter.CustomerLetter;
import dev.escala.letter.CustomerLetter.Reading;
import dev.escala.letter.CustomerLetter.Status;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterPreview;
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

	private final PersonNames names;

	LetterCardSections(CustomerLetters letters, LetterPreview preview, CustomerContacts contacts, PersonNames names) {
		this.letters = letters;
		this.preview = preview;
		this.contacts = contacts;
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
			letter.readings().forEach((reading) -> sections.add(reading(letter, reading)));
		});
		return sections;
	}

	private Section mail(CustomerLetter letter) {
		return new Section("Así lo leerá el cliente: " + letter.intent().label(),
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
		return said.isEmpty() ? List.of() : List.of(new Section("A qué hay que responder, punto por punto",
				said.stream().map((note) -> "• " + note.text()).collect(Collectors.joining("\n"))));
	}

}
