package dev.escala.contact;

import java.util.List;
import java.util.Optional;

import dev.escala.card.CardSection;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/** Points out to whoever replies that the customer seems to ask for somebody (003-13). */
@Component
class CustomerWishHint implements CardSection {

	private static final String REPLY = "userTask_replyToContact";

	private final Matters matters;

	private final MatterNotes notes;

	CustomerWishHint(Matters matters, MatterNotes notes) {
		this.matters = matters;
		this.notes = notes;
	}

	@Override
	public List<Section> sections(CaseNumber caseNumber, String taskKey) {
		if (!REPLY.equals(taskKey)) {
			return List.of();
		}
		Optional<CustomerWish> heard = this.notes.notes(caseNumber)
			.stream()
			.filter((note) -> note.kind() == MatterNote.Kind.CONTACT)
			.reduce((first, last) -> last)
			.flatMap((note) -> CustomerWish.heardIn(note.text()));
		return heard.map((wish) -> List.of(new Section("¿Qué pide el cliente?", "Parece que pide: "
				+ Sentences.within(wish.label())
				+ ". Si es así, márquelo en «El cliente pide»: al completar la tarea se avisa a quien debe atenderle.")))
			.orElse(List.of());
	}

}
