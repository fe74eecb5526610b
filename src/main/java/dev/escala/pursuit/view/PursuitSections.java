package dev.escala.pursuit.view;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import dev.escala.card.CardSection.Section;
import dev.escala.pipeline.Parties;
import dev.escala.pipeline.Party;
import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.call.PursuitCall;
import dev.escala.pursuit.call.PursuitCalls;
import dev.escala.pursuit.loss.Losses;
import dev.escala.pursuit.persistence.StagePassed;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.pursuit.profile.TargetFigures;
import dev.escala.staffing.PersonNames;
import dev.escala.text.Amounts;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;

/** The longer texts on the card of a pursuit. */
@Component
class PursuitSections {

	private static final int LATEST = 10;

	private final Pursuits pursuits;

	private final Parties parties;

	private final Profiles profiles;

	private final PursuitCalls calls;

	private final Losses losses;

	private final KnownBefore known;

	private final PersonNames people;

	private final DateTexts dates;

	PursuitSections(Pursuits pursuits, Parties parties, Profiles profiles, PursuitCalls calls, Losses losses,
			KnownBefore known, PersonNames people, DateTexts dates) {
		this.pursuits = pursuits;
		this.parties = parties;
		this.profiles = profiles;
		this.calls = calls;
		this.losses = losses;
		this.known = known;
		this.people = people;
		this.dates = dates;
	}

	List<Section> of(Pursuit pursuit) {
		List<Section> sections = new ArrayList<>();
		if (this.calls.isLeftAlone(pursuit)) {
			sections.add(new Section("No llamar",
					"Pidió que no se le llame ni se le escriba más. Si es quien ha llamado, lo tiene que pedir por escrito."));
		}
		this.known.of(pursuit).ifPresent((text) -> sections.add(new Section("Lo que ya sabemos", text)));
		sections.add(new Section("Perfil", profile(pursuit)));
		sections.add(new Section("En sus números", this.profiles.figures(pursuit.number())
			.map(TargetFigures::told)
			.orElse("Sin cifras todavía: «Calcular ROI, TIR y recuperación» las saca de lo que cuesta y lo que ahorra.")));
		List<PursuitCall> calls = this.calls.history(pursuit);
		if (!calls.isEmpty()) {
			sections.add(new Section("Llamadas y mensajes", calls(calls)));
		}
		sections.add(new Section("Etapas", stages(this.pursuits.history(pursuit.number()))));
		this.losses.find(pursuit.number())
			.ifPresent((loss) -> sections
				.add(new Section("Por qué se perdió", this.losses.reason(loss) + ".\nSe aprende: "
						+ loss.said().lesson() + ((loss.said().note() == null) ? "" : "\n«" + loss.said().note() + "»")
						+ ((loss.said().rival() == null) ? ""
								: "\nSe lo llevó " + loss.said().rival().name() + ".\nEra débil: "
										+ loss.said().rival().weakPoints().replace("\n", "; "))
						+ ((loss.analysis() == null) ? ""
								: "\nCausa: " + loss.analysis().cause() + "\nCambia: " + loss.analysis().change()))));
		return sections;
	}

	private String profile(Pursuit pursuit) {
		Profile profile = this.profiles.get(pursuit.number());
		Optional<Party> party = this.parties.find(pursuit.partyKind(), pursuit.partyId());
		Integer employees = party.map(Party::employees).orElse(null);
		Optional<String> level = this.profiles.level(employees).map((one) -> one.title() + " (" + one.reason() + ")");
		String said = Stream
			.of(line("A qué se dedica", party.map(Party::sector).orElse(null)),
					line("Personas que trabajan allí",
							(employees == null) ? null : Amounts.said(BigDecimal.valueOf(employees))),
					line("Por qué se eligió", profile.whyChosen()), line("Persona de contacto", profile.contactName()),
					line("Cargo", profile.contactTitle()), line("Teléfono", profile.contactPhone()),
					line("Correo", profile.contactEmail()), line("Qué ha pasado hace poco", profile.recentEvents()),
					line("El presupuesto lo lleva", level.orElse(null)),
					line("Deberes: sectores adecuados", profile.suitableSectors()),
					line("Deberes: nivel", profile.contactLevel()), line("Deberes: de qué vive", profile.livelihood()))
			.filter((line) -> !line.isEmpty())
			.collect(Collectors.joining("\n"));
		return said.isEmpty()
				? "Sin datos todavía: «Completar el perfil» los añade, para saber con quién se habla y de qué." : said;
	}

	private static String line(String label, String value) {
		return (value == null) ? "" : label + ": " + value;
	}

	private String calls(List<PursuitCall> calls) {
		int minutes = calls.stream().mapToInt((call) -> call.said().minutes()).sum();
		return calls.subList(Math.max(0, calls.size() - LATEST), calls.size())
			.stream()
			.map((call) -> this.dates.brief(call.at()) + " · " + this.people.name(call.by()) + " · "
					+ call.said().result().label() + " por " + call.said().channel().label()
					+ ((call.said().minutes() == 0) ? "" : ", " + call.said().minutes() + " min")
					+ ((call.said().note() == null) ? "" : "\n" + call.said().note()))
			.collect(Collectors.joining("\n")) + "\nEn total: " + Sentences.counted(calls.size(), "vez", "veces") + ", "
				+ minutes + " min";
	}

	private String stages(List<StagePassed> history) {
		return history.stream()
			.map((passed) -> this.dates.brief(passed.at()) + " · " + this.people.name(passed.by()) + " · "
					+ passed.number() + " · " + passed.name() + ((passed.said() == null) ? "" : "\n" + passed.said()))
			.collect(Collectors.joining("\n"));
	}

}
