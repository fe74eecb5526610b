package dev.escala.complaint.answer;

import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

import dev.escala.complaint.regime.Regimes;
import dev.escala.complaint.regime.Sector;
import dev.escala.letter.LetterText;
import dev.escala.letter.check.Letter;
import dev.escala.letter.check.LetterChecks;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

@EscalaTest
@DisplayName("A decision that does not leave as it is")
class DecisionRefusalTests extends DecisionStory {

	@Autowired
	private Regimes regimes;

	@Autowired
	private Clock clock;

	@Autowired
	private DecisionFactsRepository facts;

	@Autowired
	private DecisionText text;

	@Autowired
	private DecisionDuty duty;

	@Autowired
	private LetterChecks checks;

	@Test
	@DisplayName("Without any point there is nothing to answer: it would fit anybody (003-10)")
	void withoutPoints() {
		CaseNumber number = owned();

		assertThatThrownBy(() -> send(number)).hasMessageContaining("No hay ningún punto anotado");
		assertThat(this.letters.letters(number)).isEmpty();
		assertThat(this.facts.find(number)).as("nothing is left of what was refused").isEmpty();
	}

	@Test
	@DisplayName("Each open point is named (003-10)")
	void openPoints() {
		CaseNumber number = refused("El contador se leyó el 2 de octubre y marcaba 4512.");
		long second = point(number, "La lectura es falsa");
		point(number, "Quiero otra factura");

		assertThatThrownBy(() -> send(number)).hasMessageContaining("Quedan 2 puntos sin decidir: los 2, 3.");
		rule(number, second, PointRuling.GRANTED, "Se lee otra vez el 3 de diciembre.", null);
		assertThatThrownBy(() -> send(number)).hasMessageContaining("Queda 1 punto sin decidir: el 3.");
	}

	@Test
	@DisplayName("Nothing is refused without a reason and what it rests on")
	void withoutNorm() {
		assertThatThrownBy(() -> new PointDecision(PointRuling.PARTLY, "Se devuelve la mitad.", " "))
			.hasMessageContaining("Cite la norma");
		assertThatThrownBy(() -> new PointDecision(PointRuling.REFUSED, null, LAW))
			.hasMessageContaining("Falta qué se decide");
		assertThatThrownBy(() -> new PointDecision(null, "Sí.", null)).hasMessageContaining("Diga si el punto");
		assertThat(new PointDecision(PointRuling.GRANTED, "Se devuelve entero.", null).norm()).isNull();
	}

	@Test
	@DisplayName("Where the table knows no body the author names one; what is granted needs none")
	void noBody() {
		CaseNumber number = refused("El pedido 881 se entregó el 9 de octubre en la portería.");

		assertThatThrownBy(() -> send(number, OWNER, facts(LetterLanguage.ES, "mx", null)))
			.hasMessageContaining("No se conoce ninguna entidad");
		send(number, OWNER, facts(LetterLanguage.ES, "mx", "Profeco, Concilianet: concilianet.profeco.gob.mx"));

		assertThat(letter(number).latest().text())
			.contains("puede acudir a:\n- Profeco, Concilianet: concilianet.profeco.gob.mx");
		send(granted("El pedido 882 sale hoy otra vez."), OWNER, facts(LetterLanguage.ES, "mx", null));
	}

	@Test
	@DisplayName("Nearly the same reason as in one of the own last three decisions is generic; other days and amounts are not, nor what somebody else wrote")
	void generic() {
		String reason = "Hemos revisado su factura y todo es correcto, por lo que no procede devolver el importe.";
		send(refused(reason));
		CaseNumber again = refused(reason.replace("correcto", "conforme"));
		assertThatThrownBy(() -> send(again)).hasMessageContaining("Dice casi lo mismo que su resolución de ");

		send(again, new UserId("finanzas"), spanish());

		CaseNumber own = refused("Su factura F-2291 del 4 de octubre cobra 31 días de fibra a 29,90 €, la tarifa que "
				+ "contrató el 2 de mayo; no procede devolver el importe.");
		send(own);
		for (String other : List.of("El repetidor del portal 14 se cambió el 7 de octubre.",
				"La portabilidad del 600 000 001 acabó el 21 de noviembre a las 8:00.")) {
			send(refused(other));
		}
		send(refused(reason));
	}

	@Test
	@DisplayName("A text that mixes both apologies is refused; either alone may stand (004-23, 004-73)")
	void mixedApologies() {
		CaseNumber number = granted("Se rehace la instalación el 4 de diciembre.");
		this.decisions.write(number, OWNER, spanish(), DecisionLetter.Checks.NONE);
		String written = letter(number).latest().text();
		this.duty.require(number, OWNER, "decision", written + "\n\nFue un error nuestro.");
		this.duty.require(number, OWNER, "decision", written + "\n\nLamentamos la molestia.");

		assertThatThrownBy(() -> this.duty.require(number, OWNER, "decision",
				written + "\n\nFue un error nuestro. Lamentamos la molestia."))
			.hasMessageContaining("Mezcla dos disculpas");
	}

	@Test
	@DisplayName("A letter that no form holds is read, sent back, put together anew from its points, and sent whole")
	void longerThanAForm() {
		CaseNumber number = owned();
		for (int i = 1; i <= 4; i++) {
			String day = i + " de octubre";
			rule(number, point(number, "El recibo del " + day), (i == 4) ? PointRuling.REFUSED : PointRuling.GRANTED,
					"Se mira hoy el recibo del " + day + ". ".repeat(1) + ("Línea del " + day + ". ").repeat(60),
					(i == 4) ? LAW : null);
		}
		send(number);
		String first = letter(number).latest().text();
		assertThat(first.length()).isGreaterThan(LetterText.LONGEST);

		read(number, "supervisor", false, "Diga la hora del último.");
		rule(number, this.points.list(number).get(3).id(), PointRuling.REFUSED,
				"El recibo del 4 de octubre salió a las 9:15. " + "Línea del 4 de octubre. ".repeat(60), LAW);
		this.people.complete(number, OWNER.value(), CORRECT, Map.of());
		read(number, "supervisor", true, null);
		this.people.run(number, SEND);

		String second = letter(number).latest().text();
		assertThat(second).contains("salió a las 9:15", "4. «El recibo del 4 de octubre»")
			.hasSizeGreaterThan(LetterText.LONGEST);
		assertThat(this.jdbc.sql("SELECT text_body FROM outbox_message WHERE case_number = ? AND step = 'decision-1'")
			.param(number.value())
			.query(String.class)
			.single()).contains(second);
	}

	@Test
	@DisplayName("In English it says what each body is, where it is and when one can go there; its own name stays")
	void bodiesInEnglish() {
		CaseNumber number = refused("The two charges are of October and of November 2026.");

		String letter = this.decisions
			.preview(number,
					new DecisionFacts(LetterLanguage.EN, "es", Sector.TELECOM, true, List.of(), null, null, null))
			.text();

		assertThat(letter)
			.contains("Junta Arbitral de Consumo (the consumer arbitration board of your town",
					"Address: The one of the place where you live.",
					"Oficina de Atención al Usuario de Telecomunicaciones (the government office",
					"When: After you have complained to the operator and a month has passed")
			.doesNotContain("Después", "La que corresponda", "own language", "«After");
		assertThat(
				this.decisions
					.preview(number,
							new DecisionFacts(LetterLanguage.CA, "es", Sector.TELECOM, true, List.of(), null, null,
									null))
					.text())
			.contains("Quan, en castellà: «Después de reclamar");
	}

	@Test
	@DisplayName("It says of each body whether the organisation takes part, and names an unconfirmed one to nobody")
	void bodies() {
		Recourses recourses = new Recourses(this.regimes, new AdheredBodies(List.of("Junta Arbitral de Consumo")),
				this.clock, ZoneId.of("Europe/Madrid"));
		DecisionFacts bank = new DecisionFacts(LetterLanguage.ES, "es", Sector.FINANCE, true, List.of(), null, null,
				null);

		assertThat(recourses.named(bank)).filteredOn(recourses::takesPart)
			.extracting((body) -> body.name().substring(0, 14))
			.containsExactly("Junta Arbitral");
		assertThat(recourses.named(bank)).extracting((body) -> body.web()).doesNotContain("dgsfp.mineco.es");
		assertThat(recourses.toCheck(bank)).extracting((body) -> body.web()).contains("dgsfp.mineco.es");
		CaseNumber number = refused("La comisión de 12 € es la del folleto de mayo.");
		assertThat(this.decisions.preview(number, bank).remarks()).anyMatch((one) -> one.contains("dgsfp.mineco.es"));
	}

	@ParameterizedTest
	@EnumSource
	@DisplayName("Every language has every sentence, and the checks find nothing in them (004-61, 004-62)")
	void everyLanguage(LetterLanguage language) {
		for (PointRuling ruling : PointRuling.values()) {
			List<ComplaintPoint> decided = List.of(new ComplaintPoint(1, 1, "Factura «F-1» doble", ruling, "F-1, 3/10.",
					ruling.isRefusal() ? LAW : null, OWNER, this.clock.instant(), 1, OWNER, null));
			String letter = this.text
				.of(new CaseNumber("ESC-2026-000001"), decided,
						new DecisionFacts(language, "es", Sector.TELECOM, true, List.of("F-2"), null, "R-1", null))
				.text();

			assertThat(this.checks.check(new Letter(letter, null)).findings()).isEmpty();
			assertThat(letter).doesNotContain("''", "{").contains("1. «Factura F-1 doble»", "R-1", "- F-2");
			assertThat(letter.contains("usuariosteleco.gob.es")).isEqualTo(ruling.isRefusal());
		}
		assertThat(new DraftLanguages().sentence().contains(language.code() + ",")
				|| new DraftLanguages().sentence().contains(language.code() + " are"))
			.isEqualTo(language.isDraft());
	}

	@Test
	@DisplayName("A variety of a language is answered in the language; an unknown one in none")
	void languages() {
		assertThat(LetterLanguage.find("ca-valencia")).contains(LetterLanguage.CA);
		assertThat(LetterLanguage.find("ES")).contains(LetterLanguage.ES);
		assertThat(LetterLanguage.find("fr")).isEmpty();
		assertThat(LetterLanguage.find(null)).isEmpty();
	}

}
