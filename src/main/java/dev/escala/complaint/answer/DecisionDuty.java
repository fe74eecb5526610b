package dev.escala.complaint.answer;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.escala.letter.LetterDuty;
import dev.escala.letter.LetterIntent;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * What a decision owes (Ley 10/2025, art. 13.1, 13.6 and 13.7; Ley 7/2017, art. 40.3): an
 * answer to every point, for this complaint and no other, and where to go with what was
 * refused. Also a corrected letter says what was decided: whoever wants to say it
 * otherwise decides the point otherwise.
 */
@Component
class DecisionDuty implements LetterDuty {

	private final DecisionRounds rounds;

	private final DecisionFactsRepository facts;

	private final DecisionText text;

	private final GenericAnswers generic;

	private final ObjectProvider<ApologyCheck> apologies;

	DecisionDuty(DecisionRounds rounds, DecisionFactsRepository facts, DecisionText text, GenericAnswers generic,
			ObjectProvider<ApologyCheck> apologies) {
		this.rounds = rounds;
		this.facts = facts;
		this.text = text;
		this.generic = generic;
		this.apologies = apologies;
	}

	@Override
	public LetterIntent intent() {
		return LetterIntent.DECISION;
	}

	@Override
	public void require(CaseNumber number, UserId author, String field, String written) {
		Fields fields = new Fields();
		List<ComplaintPoint> all = this.rounds.points(number);
		Optional<DecisionFacts> known = this.facts.find(number);
		requireDecided(fields, all);
		fields.done();
		DecisionFacts facts = known.orElseThrow(
				() -> new IllegalStateException("A decision without its facts, which nothing can write: " + number));
		LetterParts parts = this.text.of(number, all, facts);
		requireRecourse(fields, all, parts);
		requireSaid(fields, field, parts, written);
		this.generic.sameAs(number, author, all)
			.ifPresent((other) -> fields.refuse(field,
					"Dice casi lo mismo que su resolución de " + other
							+ ": una respuesta genérica no vale. Diga en cada punto qué pasó en este caso: fechas, "
							+ "importes y qué se comprobó."));
		if (this.apologies.stream().anyMatch((check) -> check.isMixed(written))) {
			fields.refuse(field, "Mezcla dos disculpas: la que reconoce un fallo y la que solo lamenta lo ocurrido. "
					+ "Quédese con una.");
		}
		fields.done();
	}

	/** A reply without points answers nothing in particular. */
	private static void requireDecided(Fields fields, List<ComplaintPoint> all) {
		if (all.isEmpty()) {
			fields.refuse("points", "No hay ningún punto anotado: sin ellos la respuesta es genérica. Anote qué "
					+ "reclama el cliente, punto por punto.");
		}
		List<ComplaintPoint> open = all.stream().filter(ComplaintPoint::isOpen).toList();
		if (open.size() == 1) {
			fields.refuse("points", "Queda 1 punto sin decidir: el " + open.get(0).position() + ".");
		}
		if (open.size() > 1) {
			fields.refuse("points", "Quedan " + open.size() + " puntos sin decidir: los "
					+ String.join(", ", open.stream().map((point) -> String.valueOf(point.position())).toList()) + ".");
		}
	}

	private static void requireRecourse(Fields fields, List<ComplaintPoint> all, LetterParts parts) {
		if (all.stream().anyMatch(ComplaintPoint::isRefusal) && parts.recourse().isEmpty()) {
			fields.refuse("recourse", "No se conoce ninguna entidad para ese país y sector: diga dónde puede acudir el "
					+ "cliente con lo que no se le acepta.");
		}
	}

	private static void requireSaid(Fields fields, String field, LetterParts parts, String written) {
		String said = flat(written);
		if (!said.startsWith(flat(parts.beginning()))) {
			fields.refuse(field,
					"Empiece por "
							+ ((parts.opening() == null) ? "lo que se decide: «" : "la disculpa y lo que se decide: «")
							+ flat(parts.beginning()) + "»");
		}
		for (LetterParts.Answer answer : parts.answers()) {
			if (!said.contains(flat(answer.ruling()))) {
				fields.refuse(field, "Falta lo decidido en «" + answer.quote() + "». Debe decir: «" + answer.ruling()
						+ "». Para decir otra cosa, decida ese punto de " + "nuevo.");
			}
		}
		parts.recourse()
			.stream()
			.skip(1)
			.filter((line) -> !said.contains(flat(line)))
			.forEach((line) -> fields.refuse(field, "Falta dónde puede acudir el cliente: «" + line + "»"));
		if (parts.recording() != null && !said.contains(flat(parts.recording()))) {
			fields.refuse(field, "Falta cómo pedir la grabación: «" + parts.recording() + "»");
		}
	}

	private static String flat(String text) {
		return text.replaceAll("\\s+", " ").strip();
	}

	@Override
	public boolean refuses(CaseNumber number) {
		return this.rounds.points(number).stream().anyMatch(ComplaintPoint::isRefusal);
	}

	@Override
	public Optional<String> composed(CaseNumber number) {
		List<ComplaintPoint> decided = this.rounds.points(number).stream().filter((point) -> !point.isOpen()).toList();
		return decided.isEmpty() ? Optional.empty()
				: this.facts.find(number).map((known) -> this.text.of(number, decided, known).text());
	}

	@Override
	public boolean byMail(CaseNumber number) {
		return this.facts.find(number).map((one) -> !one.onPaper()).orElse(true);
	}

	@Override
	public Locale language(CaseNumber number) {
		return this.facts.find(number).map((one) -> one.language().frame()).orElse(null);
	}

}
