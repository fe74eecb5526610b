package dev.escala.pursuit.quote.view;

import java.util.List;

import dev.escala.card.Card;
import dev.escala.card.CardSection;
import dev.escala.matter.MatterAction;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.quote.QuoteStory;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/** Shows the quotes of an opportunity, and offers to prepare the next one. */
@Component
class QuoteCardSections implements CardSection {

	private final Pursuits pursuits;

	private final QuoteStory story;

	QuoteCardSections(Pursuits pursuits, QuoteStory story) {
		this.pursuits = pursuits;
		this.story = story;
	}

	@Override
	public List<Section> sections(CaseNumber number, String taskKey) {
		List<String> lines = PursuitKind.isOne(number) ? this.story.lines(number) : List.of();
		return lines.isEmpty() ? List.of() : List.of(new Section("Ofertas", String.join("\n", lines)));
	}

	@Override
	public List<Card.Action> actions(CaseNumber number) {
		if (!PursuitKind.isOne(number) || !this.pursuits.find(number)
			.map(Pursuit::asMatter)
			.filter((matter) -> matter.allows(MatterAction.QUOTE))
			.isPresent()) {
			return List.of();
		}
		String path = "/api/pursuits/" + number + "/quotes";
		if (this.story.isWaiting(number)) {
			return List.of(new Card.Action("Retirar la oferta que no ha salido", path + "/withdrawal",
					List.of(new Card.Input("reason", "Por qué"))));
		}
		return List.of(new Card.Action("Preparar una oferta", path,
				List.of(new Card.Input("content", "Qué se ofrece"), new Card.Input("amount", "Importe, como 12.500,00"),
						new Card.Input("currency", "Moneda, como EUR"),
						optional("discount", "Descuento sobre la tarifa, en %"),
						optional("customTerms", "Condiciones a medida, si las hay"), optional("terms", "Condiciones"),
						new Card.Input("validUntil", "Vale hasta (dd/mm/aaaa)"),
						new Card.Input("message", "Mensaje para quien la recibe"),
						optional("assessment", "Si hay que preguntar: por qué conviene"),
						optional("neededBy", "Si hay que preguntar: para cuándo (dd/mm/aaaa)"),
						optional("overrideReason", "Motivo para enviarlo así, si hay observaciones"))));
	}

	private static Card.Input optional(String key, String label) {
		return new Card.Input(key, label, List.of(), false);
	}

}
