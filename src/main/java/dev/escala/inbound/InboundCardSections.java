package dev.escala.inbound;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.card.CardSection;
import dev.escala.customer.Customer;
import dev.escala.customer.UndeliverableAddressRepository;
import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/** Shows on the card which files customers sent, and which addresses do not get mail. */
@Component
class InboundCardSections implements CardSection {

	private final Matters matters;

	private final InboundMailRepository mails;

	private final InboundAttachments attachments;

	private final UndeliverableAddressRepository undeliverable;

	private final DateTexts dates;

	private final CurrentUser user;

	InboundCardSections(Matters matters, InboundMailRepository mails, InboundAttachments attachments,
			UndeliverableAddressRepository undeliverable, DateTexts dates, CurrentUser user) {
		this.matters = matters;
		this.mails = mails;
		this.attachments = attachments;
		this.undeliverable = undeliverable;
		this.dates = dates;
		this.user = user;
	}

	@Override
	public List<Section> sections(CaseNumber caseNumber, String taskKey) {
		List<Section> sections = new ArrayList<>();
		Matter matter = this.matters.get(caseNumber);
		List<String> lost = new ArrayList<>();
		for (Customer customer : this.matters.customers(matter)) {
			this.undeliverable.undeliverable(customer)
				.forEach((one) -> lost.add(customer.name() + ", " + one.address() + ", desde el "
						+ this.dates.brief(one.since()) + ": " + one.reason()));
		}
		if (!lost.isEmpty()) {
			sections.add(new Section("El correo no le llega al cliente",
					String.join("\n", lost) + "\nLlame por teléfono y corrija la dirección en los datos del cliente."));
		}
		List<InboundFile> files = this.attachments.ofCase(caseNumber);
		if (!files.isEmpty()) {
			List<String> told = new ArrayList<>(List.of("Los envía un tercero: ábralos solo si los espera."));
			files.stream()
				.filter((file) -> file.refused() != null)
				.forEach((file) -> told.add("No se guardó " + file.name() + ": " + file.refused() + "."));
			List<Link> links = files.stream()
				.filter((file) -> file.refused() == null)
				.map((file) -> new Link(file.name() + ", " + size(file.size()),
						this.matters.api(caseNumber) + "/files/" + file.id()))
				.toList();
			sections.add(new Section("Archivos del cliente", String.join("\n", told), links));
		}
		addMails(sections, caseNumber);
		return sections;
	}

	/** For those who may see the queue: there a contact that complains becomes more. */
	private void addMails(List<Section> sections, CaseNumber caseNumber) {
		List<InboundMail> written = this.user.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.ADMINISTRATORS)
				? this.mails.ofCase(caseNumber) : List.of();
		if (!written.isEmpty()) {
			sections.add(new Section("Correos del cliente",
					"Si en uno se queja o pide que se arregle algo más, ábralo y pulse «Abrir una reclamación».",
					written.stream()
						.map((mail) -> new Link(mail.subject().isEmpty() ? "(sin asunto)" : mail.subject(),
								"/entrada/" + mail.id()))
						.toList()));
		}
	}

	private static String size(long bytes) {
		return (bytes < 1024 * 1024) ? Math.max(1, bytes / 1024) + " kB"
				: String.format(Locale.forLanguageTag("es"), "%.1f MB", bytes / 1024.0 / 1024.0);
	}

}
