package dev.escala.decisionlog;

import java.time.Clock;
import java.util.List;
import java.util.Set;

import dev.escala.policy.Situation;
import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.support.EscalaTest;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@DisplayName("Among 5,000 decisions the right one is found")
class RulingSearchTests {

	private static final int OTHERS = 5000;

	private static final String AUTHOR = "search-tests";

	@Autowired
	private Rulings rulings;

	@Autowired
	private RulingSearch search;

	@Autowired
	private JdbcClient jdbc;

	@Autowired
	private Clock clock;

	@BeforeAll
	void givenManyDecisions() {
		// What other tests decided would be found, too.
		this.jdbc.sql("DELETE FROM ruling").update();
		RulingCorpus.write(this.jdbc, OTHERS, 20261126, this.clock.instant());
		FoundRulings.all(AUTHOR).forEach(this.rulings::record);
	}

	@AfterAll
	void nothingLeft() {
		RulingCorpus.remove(this.jdbc);
		this.jdbc.sql("DELETE FROM ruling WHERE decided_by = ?").param(AUTHOR).update();
	}

	@Test
	@DisplayName("They are all different")
	void different() {
		assertThat(
				this.jdbc.sql("SELECT count(DISTINCT subject || question || decision) FROM ruling WHERE decided_by = ?")
					.param(RulingCorpus.AUTHOR)
					.query(Integer.class)
					.single())
			.isGreaterThan(OTHERS - 20);
	}

	@ParameterizedTest(name = "{0} → {1}")
	@DisplayName("by words with and without accents, in singular and plural, and by synonyms")
	@CsvSource(textBlock = """
			# as it is written
			cesión del código fuente,                  Depósito del código fuente ante notario
			márgenes de los distribuidores,            Margen mínimo de un distribuidor en exclusiva
			# without accents
			deposito del codigo ante notario,          Depósito del código fuente ante notario
			facturacion en criptomonedas,              Facturación en criptomonedas
			personalizacion de logotipos,              Personalizaciones con el logotipo del cliente
			rescision por insolvencia,                 Rescisión del contrato por insolvencia
			# capitals
			AUDITORÍA DE ALGORITMOS,                   Auditorías de los algoritmos de predicción
			# plural for singular and the other way round
			margen del distribuidor,                   Margen mínimo de un distribuidor en exclusiva
			propiedades intelectuales de los moldes,   La propiedad intelectual de un molde
			auditoria del algoritmo,                   Auditorías de los algoritmos de predicción
			estandares abiertos,                       Uso de un estándar abierto de mensajería
			drones,                                    Vuelos con un dron sobre la obra
			# synonyms of one word
			rebaja a una ONG,                          Descuento a organizaciones sin ánimo de lucro
			backup en cinta,                           Copias de seguridad en cinta magnética
			fideicomiso SLA,                           Nivel de servicio con un fideicomiso
			# synonyms of several words
			tarifa plana para llamadas,                Cuota fija de llamadas internacionales
			tarifas planas de llamadas internacionales, Cuota fija de llamadas internacionales
			login único con cl@ve,                     SSO con la identidad del Estado
			responsabilidad sin tope por aludes,       Sin límite de responsabilidad en estaciones de esquí
			# by words of which each one is everywhere
			rebajas a anualidades pagadas por adelantado, Descuento por anticipo de la anualidad
			formacion sabados en el almacen,           Formaciones en sábado dentro del almacén
			cobros mensuales aplazados en la renovacion, Renovación con pago a plazos
			garantias sin penalizaciones,              Garantía sin penalización en prototipos
			# by nothing but a synonym
			backup,                                    Copias de seguridad en cinta magnética
			tarifas planas,                            Cuota fija de llamadas internacionales
			login unico,                               SSO con la identidad del Estado
			# name of the customer
			Astilleros Quiroga,                        Pago en especie con horas de grúa
			""")
	void found(String query, String subject) {
		List<Ruling> found = search(query, null).items();

		assertThat(found).extracting(Ruling::subject).first().isEqualTo(subject);
	}

	@ParameterizedTest(name = "{1}")
	@DisplayName("by a long text about something like it")
	@CsvSource(delimiter = '|',
			textBlock = """
					Buenos días. El cliente, una cadena de hospitales, quiere cerrar antes de fin de trimestre y pide que le dejemos en custodia el codigo de la aplicacion, con un notario o un tercero, por si nuestra empresa desaparece. Dice que otro proveedor se lo da. No estoy segura de si podemos comprometernos y su abogado lo marca como imprescindible. | Depósito del código fuente ante notario
					Situación: una fundación sin ánimo de lucro, unas 40 personas, quiere contratar el módulo de compras. Qué piden: una rebaja sobre la tarifa por ser una ONG. Mi opinión: la operación es pequeña y da buena imagen. Necesito una decisión antes del jueves. | Descuento a organizaciones sin ánimo de lucro
					Un prospecto de telecomunicaciones de unos doscientos empleados quiere que las llamadas a otros paises vayan en una tarifa plana y no por minutos. Me parece razonable, pero no está en el catálogo y no sé si lo hemos hecho antes. | Cuota fija de llamadas internacionales
					Nos preguntan si pueden pagarnos en bitcoin u otras criptomonedas y que la factura salga en esa moneda. Legal no ha dicho nada. El cliente es del sector de la hostelería y tiene presupuesto aprobado. | Facturación en criptomonedas
					El comprador es una estación de esqui y exige que respondamos sin tope de los daños de un alud si el sistema de avisos falla. | Sin límite de responsabilidad en estaciones de esquí
					""")
	void similar(String question, String subject) {
		List<SimilarRuling> similar = this.search.similar(question, null, Set.of(), 5);

		assertThat(similar).extracting((one) -> one.ruling().subject()).first().isEqualTo(subject);
		assertThat(similar.get(0).words()).hasSizeGreaterThan(1)
			.allSatisfy((word) -> assertThat(question).contains(word));
	}

	@Test
	@DisplayName("A word that everybody uses is no resemblance, nor is a text without words")
	void weak() {
		assertThat(this.search.similar("El cliente quiere amarrar zeppelines.", null, Set.of(), 5)).isEmpty();
		assertThat(this.search.similar("¿? … y de la", Topic.PRICE, Set.of(Situation.DISCOUNT), 5)).isEmpty();
		assertThat(this.search.similar(null, null, Set.of(), 5)).isEmpty();
		assertThat(search("¿¡", null).total()).isZero();
	}

	@Test
	@DisplayName("What has all the words comes before what has some of them")
	void allWordsFirst() {
		List<Ruling> found = search("formación de usuarios en Sevilla", null).items();

		assertThat(found.get(0)).satisfies((first) -> assertThat(text(first)).contains("Sevilla", "usuarios en"));
	}

	@Test
	@DisplayName("By its number, or by the number of its request")
	void byNumber() {
		Ruling one = this.rulings.ofRequest(new CaseNumber("SOL-2026-990001")).orElseThrow();

		assertThat(search(one.number().value(), null).items()).extracting(Ruling::number)
			.first()
			.isEqualTo(one.number());
		assertThat(search("sol-2026-990001", null).items()).extracting(Ruling::number).first().isEqualTo(one.number());
	}

	@Test
	@DisplayName("page by page, without one twice or none, the newest first where there is no text")
	void pages() {
		PageRequest first = new PageRequest(0, 40, "-relevance");
		PageRequest last = new PageRequest(4, 40, "-relevance");
		RulingFilter refused = new RulingFilter("descuento sobre la tarifa", null, null, null);

		Page<Ruling> one = this.search.search(refused, first);
		Page<Ruling> other = this.search.search(refused, last);

		assertThat(one.total()).isGreaterThan(200).isLessThan(OTHERS);
		assertThat(one.items()).doesNotContainAnyElementsOf(other.items());
		assertThat(this.search.search(new RulingFilter(null, null, null, null), first).items())
			.isSortedAccordingTo((a, b) -> b.decidedAt().compareTo(a.decidedAt()));
	}

	private Page<Ruling> search(String text, Topic topic) {
		return this.search.search(new RulingFilter(text, topic, null, null), new PageRequest(0, 10, "-relevance"));
	}

	private static String text(Ruling ruling) {
		return ruling.subject() + ruling.question() + ruling.decision();
	}

}
