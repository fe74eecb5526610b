package dev.escala.demo;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;

import dev.escala.decisionlog.NewRuling;
import dev.escala.decisionlog.RulingOutcome;
import dev.escala.decisionlog.Rulings;
import dev.escala.internalrequest.AskInternally;
import dev.escala.internalrequest.Question;
import dev.escala.policy.Situation;
import dev.escala.policy.Topic;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What was asked and decided in the demo: two requests that wait, and some decisions. */
@OnlyInDemo
@Component
class DemoRequests {

	private static final String FIRST = "Descuento por pago anual";

	private final AskInternally asking;

	private final Rulings rulings;

	private final ZoneId zone;

	private final Clock clock;

	DemoRequests(AskInternally asking, Rulings rulings, @Value("${escala.zone}") ZoneId zone, Clock clock) {
		this.asking = asking;
		this.rulings = rulings;
		this.zone = zone;
		this.clock = clock;
	}

	/** All at once, so that an interrupted start leaves all of them or none. */
	@Transactional
	public void create() {
		if (this.rulings.standingOf(Topic.PRICE).stream().anyMatch((ruling) -> ruling.subject().equals(FIRST))) {
			return;
		}
		decided(Topic.PRICE, Situation.DISCOUNT, FIRST, RulingOutcome.GRANTED,
				"Hasta un 5 % a quien paga el año por adelantado.", null,
				"Cobrar antes compensa el descuento, y así se responde igual a todos.", true);
		decided(Topic.LEGAL, Situation.CUSTOM_TERMS, "Penalización por retraso en el contrato",
				RulingOutcome.CONDITIONAL, "Se acepta una penalización limitada.",
				"Con un tope del 10 % de la cuota y revisada por Legal.",
				"Sin tope, un solo retraso podría costar más que el contrato.", false);
		decided(Topic.SALES_SCOPE, Situation.SCOPE_BEYOND, "Formación presencial en la sede del cliente",
				RulingOutcome.REFUSED, "No se ofrece formación presencial fuera de la provincia.", null,
				"No hay personal para viajar; la formación en línea cubre lo mismo.", false);
		ask("DISCOUNT", "ATLAS", "Su responsable de compras compara con otra oferta.",
				"Un 12 % de descuento si firma este mes.", "Me parece mucho, pero es un buen prospecto.");
		ask("FEELS_ODD", "MANUFACTURAS", "Llamó su director general; evita hablar de su proveedor actual.",
				"Empezar la semana que viene sin periodo de prueba.", null);
	}

	private void decided(Topic topic, Situation situation, String subject, RulingOutcome outcome, String decision,
			String conditions, String reasoning, boolean standing) {
		Instant noEnd = null;
		this.rulings.record(new NewRuling(null, null, topic, Set.of(situation), subject, subject + ": ¿se puede?",
				outcome, decision, conditions, reasoning, noEnd, standing, null, DemoPerson.GERENTE.id(), null));
	}

	private void ask(String situation, String party, String what, String request, String assessment) {
		DateTimeFormatter day = DateTimeFormatter.ofPattern("d/M/uuuu");
		LocalDate today = LocalDate.ofInstant(this.clock.instant(), this.zone);
		this.asking.ask(
				new Question.Input("DECISION", List.of(situation), null, party, null, null, null, what, request,
						assessment, today.plusDays(3).format(day), today.plusDays(5).format(day), null, null, null),
				DemoPerson.AGENTE.id());
	}

}
