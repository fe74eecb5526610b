package dev.escala.letter.check;

import java.util.List;
import java.util.stream.Stream;

import dev.escala.letter.check.Finding.Kind;
import dev.escala.letter.check.Letter.Mail;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What the checks find in letters, and what they leave in peace. */
class LetterChecksTests {

	private final LetterChecks checks = new LetterChecks();

	@ParameterizedTest(name = "{0}: {2}")
	@DisplayName("Words that a customer takes amiss are found, in both languages, however they are written (003-17, 004-24, 004-62, 004-79)")
	@CsvSource(delimiter = '|', textBlock = """
			HEDGING | Probablemente | Probablemente quede listo el lunes.
			HEDGING | PROBABLEMENTE | ESTO PROBABLEMENTE QUEDE LISTO.
			HEDGING | quizá | Estará, quizá, el martes.
			HEDGING | quizas | Estará quizas el martes.
			HEDGING | tal vez | Tal\tvez el martes.
			HEDGING | Intentaremos | Intentaremos acabarlo el jueves.
			HEDGING | lo antes posible | Se lo enviamos lo antes posible.
			HEDGING | en breve | Le llamamos en breve.
			HEDGING | Creemos que | Creemos que el fallo está en la red.
			HEDGING | might | It might work on Monday.
			HEDGING | We will try | We will try to fix it on Friday.
			HEDGING | as soon as possible | We will send it as soon as possible.
			HEDGING | hopefully | You will hopefully get it on Monday.
			INTERNAL | Uso interno | Uso interno: el margen es del 20 %.
			INTERNAL | no contar esto al cliente | Ojo, no contar esto al cliente.
			INTERNAL | nota interna | La nota interna va aparte.
			INTERNAL | Don't tell the customer | Don't tell the customer about it.
			BLAME | negligencia | Hubo una negligencia.
			BLAME | departamento de facturación no ha | El departamento de facturación no ha enviado su abono.
			BLAME | equipo de almacén se equivocó | El equipo de almacén se equivocó de pedido.
			BLAME | compañero olvidó | Un compañero olvidó anotarlo.
			BLAME | culpa del | El retraso es culpa del turno de noche.
			BLAME | proveedor de red está tardando | Nuestro proveedor de red está tardando en contestar.
			BLAME | fallo del proveedor | Se debe a un fallo del proveedor.
			BLAME | no depende de nosotros | Esto no depende de nosotros.
			BLAME | department did not | The billing department did not send it.
			BLAME | colleague forgot | A colleague forgot to write it down.
			BLAME | our supplier is late | Sorry, our supplier is late.
			BLAME | out of our hands | This is out of our hands.
			COMPLAINT | estamos desbordados | Le contesto tarde porque estamos desbordados.
			COMPLAINT | falta de personal | La falta de personal nos retrasa.
			COMPLAINT | high volume of requests | We have a high volume of requests.
			FACE | usted se equivocó | Usted se equivocó de botón.
			FACE | Como ya le dijimos | Como ya le dijimos, el plazo es el lunes.
			FACE | debería haber | Debería haber leído el aviso.
			FACE | you should have | For this you should have called on Monday.
			FACE | as we already told | It is, as we already told you, on Monday.
			STIFF | Estimado cliente | Estimado cliente, su caso sigue abierto.
			STIFF | por medio de la presente | Le escribo por medio de la presente.
			STIFF | le informamos que | Hoy le informamos que su caso avanza.
			STIFF | le informamos de que | Hoy le informamos de que su caso avanza.
			STIFF | no dude en | Si tiene preguntas, no dude en llamar.
			STIFF | Lamentamos los inconvenientes | Lamentamos los inconvenientes.
			STIFF | Please be advised | Please be advised that your case is open.
			STIFF | Dear customer | Dear customer, your case is open.
			STIFF | any inconvenience | Sorry for any inconvenience.
			POLICY | según nuestra política | Eso, según nuestra política, no se devuelve.
			POLICY | Por política | Por política de la empresa no es posible.
			POLICY | Our policy does not | Our policy does not allow it.
			POLICY | per our policy | That is so as per our policy.
			""")
	void found(Kind kind, String excerpt, String text) {
		List<Finding> findings = this.checks.check(new Letter(text, null)).findings();

		assertThat(findings).as(text).extracting(Finding::kind).contains(kind);
		assertThat(findings).filteredOn((finding) -> finding.kind() == kind)
			.extracting((finding) -> Phrases.plain(finding.excerpt()))
			.anyMatch((found) -> found.contains(Phrases.plain(Phrases.composed(excerpt)))
					|| Phrases.plain(Phrases.composed(excerpt)).contains(found));
		assertThat(findings).allSatisfy((finding) -> assertThat(finding.explanation()).matches("(?s)[A-ZÁÉÍÓÚ].{20,}"));
	}

	@ParameterizedTest
	@DisplayName("What is said well, or means something else, is left in peace")
	@ValueSource(strings = { "La causa probable es una cola llena; el jueves a las 10:00 lo sabremos con certeza.",
			"The probable cause is a full queue.", "Mañana a las diez podrá facturar de nuevo.",
			"El departamento de facturación le llama mañana a las 9:00.",
			"El equipo ya trabaja en su caso y le escribe el viernes.", "Your billing team gets the file on Monday.",
			"Tiene usted razón: nadie le avisó a tiempo.", "Su proveedor recibe el fichero el lunes.",
			"Ayer se corrigió el improbable doble cargo.", "La política de privacidad está en el portal.",
			"The mighty server is back.", "Le prometimos noticias para hoy, y aquí están.",
			"Usted preguntó: «¿el departamento de ventas no ha hecho nada?». El lunes tendrá la respuesta.",
			"Kindness matters; the file arrives on Tuesday.", "Se ha disculpado con todo el mundo." })
	void leftInPeace(String text) {
		assertThat(this.checks.check(new Letter(text, null)).findings()).as(text).isEmpty();
	}

	@Test
	@DisplayName("A policy may be cited where an alternative comes with it, and that passage is told (003-07)")
	void policyWithAlternative() {
		Checked bare = this.checks.check(new Letter("Según nuestra política, no se devuelve.", null));
		Checked kind = this.checks.check(new Letter(
				"Hola.\nSegún nuestra política, no se devuelve. En su lugar, le ofrecemos otro.\nFin.", null));

		assertThat(bare.findings()).extracting(Finding::kind).containsExactly(Kind.POLICY);
		assertThat(bare.policyWithAlternative()).isNull();
		assertThat(kind.findings()).isEmpty();
		assertThat(kind.policyWithAlternative())
			.isEqualTo("Según nuestra política, no se devuelve. En su lugar, le ofrecemos otro.");
	}

	@Test
	@DisplayName("A letter about us is noticed, one about the customer is not (004-61)")
	void ourselves() {
		assertThat(kinds("Hemos revisado nuestro sistema y nosotros hemos visto que nuestra red está bien."))
			.containsExactly(Kind.OURSELVES);
		assertThat(kinds("We checked our system, and we found that our network is fine."))
			.containsExactly(Kind.OURSELVES);
		assertThat(kinds("Hemos revisado su red. Usted puede facturar, y su equipo recibe hoy sus datos.")).isEmpty();
		assertThat(kinds("We checked your line and you can use your phone; we call you on Monday.")).isEmpty();
		assertThat(kinds("Hemos encontrado la causa.")).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@DisplayName("Legal matters and remedies are noticed, also in quotation marks, and not where the word means something else")
	@CsvSource(delimiter = '|', textBlock = """
			Su abogado nos llamó. | true | false
			Vamos a demandarles si sigue así. | true | false
			Nos habla usted de «acciones legales». | true | false
			Your lawyer called us. | true | false
			Recibirá el reembolso el lunes. | false | true
			Le abonaremos el importe. | false | true
			Tendrá una nota de crédito. | false | true
			You will get a refund on Monday. | false | true
			Le corresponde una indemnización. | true | true
			La alta demanda de la mañana llenó la cola. | false | false
			Puede pagar con su tarjeta de crédito. | false | false
			The on demand service is back. | false | false
			You can pay by credit card. | false | false
			El lunes podrá facturar. | false | false
			""")
	void topics(String text, boolean legal, boolean remedy) {
		Checked checked = this.checks.check(new Letter(text, null));

		assertThat(checked.mentionsLegal()).isEqualTo(legal);
		assertThat(checked.mentionsRemedy()).isEqualTo(remedy);
	}

	@Test
	@DisplayName("What the frame of the mail says need not be written; what nobody says is missed (004-63, 004-69)")
	void wholeMail() {
		String text = "Su factura ya se puede descargar.";
		String framed = "Hola, Ana Ruiz:\n" + text
				+ "\nLe escribimos el lunes 23 de noviembre, 10:00.\nResponda a este correo.";

		assertThat(kinds(new Letter(text, mail(framed, "lunes 23 de noviembre, 10:00", false)))).isEmpty();
		assertThat(kinds(new Letter(text, mail(text, "lunes 23 de noviembre, 10:00", false))))
			.containsExactly(Kind.NO_NAME, Kind.NO_DATE, Kind.NO_ACTION);
		assertThat(kinds(new Letter(text, mail(framed, null, false)))).containsExactly(Kind.NO_DATE);
		assertThat(kinds(new Letter(text, mail(framed, null, true)))).isEmpty();
		assertThat(kinds(new Letter("Le escribo el martes.", mail(framed, null, false)))).isEmpty();
		assertThat(kinds(new Letter("Le escribo el 24/11.", mail(framed, null, false)))).isEmpty();
		assertThat(kinds(new Letter(text, mail(framed.replace("Ana Ruiz", "ANA RUÍZ"), null, true)))).isEmpty();
	}

	@Test
	@DisplayName("Two lists that say the same of the same words say it once")
	void onceForEachPlace() {
		assertThat(this.checks
			.check(new Letter("Lamentamos las molestias ocasionadas. Por medio de la presente le informamos que va.",
					null))
			.findings()).extracting(Finding::excerpt)
			.containsExactly("Lamentamos las molestias", "Por medio de la presente", "le informamos que");
	}

	@Test
	@DisplayName("Accents in two pieces, and letters that other languages have, do not disturb")
	void unusualLetters() {
		assertThat(kinds("Quiza\u0301 llegue el lunes. İstanbul, ﬁn, 😀, quizá.")).containsExactly(Kind.HEDGING,
				Kind.HEDGING);
		assertThat(this.checks.check(new Letter("İ😀 quizá", null)).findings().get(0).excerpt()).isEqualTo("quizá");
	}

	@Test
	@DisplayName("A long letter of many words is checked in no time")
	void longLetter() {
		String text = "el departamento de ventas y el equipo técnico, ".repeat(90);

		assertThat(Stream.generate(() -> text)
			.limit(20)
			.map((one) -> this.checks.check(new Letter(one, null)).findings())
			.toList()).allMatch(List::isEmpty);
	}

	private List<Kind> kinds(String text) {
		return kinds(new Letter(text, null));
	}

	private List<Kind> kinds(Letter letter) {
		return this.checks.check(letter).findings().stream().map(Finding::kind).toList();
	}

	private static Mail mail(String text, String nextDate, boolean closing) {
		return new Mail(text, "Ana Ruiz", "Hospital del Norte", nextDate, closing);
	}

}
