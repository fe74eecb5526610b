package dev.escala.complaint.outage;

import java.util.List;

import dev.escala.card.CardSection;
import dev.escala.complaint.Complaint;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/** Shows the mass fault to which a complaint belongs. */
@Component
class OutageSection implements CardSection {

	private final OutageRepository repository;

	private final DateTexts dates;

	OutageSection(OutageRepository repository, DateTexts dates) {
		this.repository = repository;
		this.dates = dates;
	}

	@Override
	public List<Section> sections(CaseNumber number, String taskKey) {
		return number.value().startsWith(Complaint.PREFIX)
				? this.repository.of(number).map((outage) -> List.of(section(outage))).orElse(List.of()) : List.of();
	}

	private Section section(Outage outage) {
		String back = outage.isOpen()
				? (outage.restorationAt() == null) ? "No se sabe cuándo vuelve."
						: "Se espera que vuelva: " + this.dates.full(outage.restorationAt()) + "."
				: "Volvió: " + this.dates.full(outage.endedAt()) + ".";
		return new Section("Avería que afecta a más clientes",
				outage.service() + ", " + outage.area() + ", desde " + this.dates.full(outage.since()) + ".\nCausa: "
						+ ((outage.cause() == null) ? "aún no se sabe." : outage.cause()) + "\n" + back,
				List.of(new Link("Ver la avería", "/averias/" + outage.id())));
	}

}
