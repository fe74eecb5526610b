package dev.escala.decisionlog;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

import dev.escala.policy.Situation;
import dev.escala.policy.Topic;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Thousands of decisions, all different, in the words of those who sell software and
 * services to companies. The same seed gives the same decisions.
 */
public final class RulingCorpus {

	/** Who decided all of them. */
	public static final String AUTHOR = "generator";

	private static final String[] ASKED = { "un descuento del %d %% sobre la tarifa", "un plazo de pago de %d días",
			"una ampliación de la garantía a %d meses", "la integración con %s", "una personalización del módulo de %s",
			"una penalización por cada día de retraso", "la cesión del contrato a su filial de %s",
			"una prueba gratuita de %d semanas", "la formación de %d usuarios en %s", "soporte telefónico los sábados",
			"un nivel de servicio del %d por ciento", "la migración de los datos desde %s",
			"una cláusula de confidencialidad más estricta", "la facturación en dólares",
			"la renovación automática por %d años", "un anticipo del %d %% a la firma", "acceso al entorno de pruebas",
			"la instalación en sus servidores de %s", "un informe mensual de consumo",
			"la baja anticipada sin coste a los %d meses", "un piloto con %d licencias",
			"una referencia pública en su sector", "la entrega en %d días", "una auditoría de seguridad por terceros",
			"una copia diaria de los datos en %s", "la traducción de los manuales",
			"la revisión de precios una vez al año", "un técnico residente en %s", "horas de consultoría incluidas",
			"la exportación de los históricos a %s", "un responsable de cuenta dedicado",
			"una comisión del %d %% por cada cliente que traigan", "la adaptación a la normativa de %s",
			"la firma electrónica de los albaranes", "una garantía de devolución del importe",
			"la conexión de %d terminales", "un panel de indicadores para dirección" };

	private static final String[] THINGS = { "contabilidad", "almacén", "nóminas", "compras", "ventas", "logística",
			"tesorería", "producción", "calidad", "recursos humanos", "presupuestos", "expediciones", "cobros",
			"inventario", "mantenimiento", "Portugal", "Francia", "Sevilla", "Bilbao", "Valencia", "México", "Chile",
			"su sistema anterior", "hojas de cálculo", "su gestor documental", "la oficina central" };

	private static final String[] SECTORS = { "hospitales", "transporte", "distribución", "alimentación", "energía",
			"construcción", "educación", "banca", "seguros", "hostelería", "automoción", "farmacia", "textil",
			"agricultura", "telecomunicaciones", "administración pública", "ingeniería", "turismo" };

	private static final String[] NAMES = { "Alba", "Norte", "Duero", "Miralles", "Ebro", "Costa", "Sierra", "Levante",
			"Roca", "Vega", "Molina", "Atlas", "Cantábrico", "Olmo", "Faro", "Puente", "Rivera", "Salinas", "Torre",
			"Ulla", "Zafra", "Meseta", "Brisa", "Cumbre" };

	private static final String[] FORMS = { "Grupo %s", "Talleres %s", "Clínicas %s", "Transportes %s",
			"Supermercados %s", "Ingeniería %s", "Hoteles %s", "Industrias %s", "Bodegas %s", "Laboratorios %s" };

	private static final String[] WHY = { "Compite con otra oferta y decide este mes.",
			"Es un cliente desde hace años.", "Dice que otro proveedor se lo da.",
			"Su departamento de compras lo exige.", "Lo pide su comité de dirección.",
			"Quiere cerrar antes de fin de trimestre.", "Ya lo pidió el año pasado y se le negó.",
			"Su volumen crecerá con las nuevas sedes.", "Necesita una respuesta antes de la reunión del jueves.",
			"Tiene presupuesto aprobado y poca holgura.", "Prefiere pagar más y no asumir el riesgo.",
			"Su abogado ha revisado el borrador y lo marca como imprescindible." };

	private static final String[] REASONS = { "El margen queda por encima del mínimo.",
			"No tenemos personas libres para atenderlo.", "Sienta un precedente que no podemos sostener.",
			"El riesgo es bajo y el contrato largo.", "El equipo técnico lo ha hecho antes.",
			"Legal no ve inconveniente si queda por escrito.", "El coste de mantenerlo supera lo que se cobra.",
			"La capacidad instalada lo permite.", "Otros clientes lo pedirían igual.",
			"Producto lo tiene en el plan del próximo año.", "La operación se financia con la cuota del segundo año.",
			"Lo asume el presupuesto comercial de la zona." };

	private static final String[] CONDITIONS = { "Solo si firma por tres años.", "Con pago a treinta días.",
			"Siempre que lo apruebe Tecnología antes de empezar.", "Sin repetirlo en la renovación.",
			"Con un mínimo de veinte usuarios.", "Si acepta las horas fuera de garantía al precio habitual.",
			"Con revisión a los seis meses.", "Si aporta una persona a jornada completa." };

	private final Random random;

	private final List<String[]> rows = new ArrayList<>();

	private RulingCorpus(long seed) {
		this.random = new Random(seed);
	}

	/**
	 * Writes so many decisions, recorded before then, in one statement.
	 */
	public static void write(JdbcClient jdbc, int rulings, long seed, Instant before) {
		RulingCorpus corpus = new RulingCorpus(seed);
		for (int i = 1; i <= rulings; i++) {
			corpus.add(i);
		}
		String[][] columns = new String[10][rulings];
		for (int row = 0; row < rulings; row++) {
			for (int column = 0; column < columns.length; column++) {
				columns[column][row] = corpus.rows.get(row)[column];
			}
		}
		jdbc.sql("""
				INSERT INTO ruling (number, party, topic, situations, subject, question, outcome, decision, conditions,
				  reasoning, standing, decided_by, decided_at)
				SELECT number, party, topic, string_to_array(situations, ','), subject, question, outcome, decision,
				  conditions, reasoning, false, ?, ?::timestamptz - n * interval '3 hours'
				FROM unnest(?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],
				  ?::text[], ?::text[]) WITH ORDINALITY AS list (number, party, topic, situations, subject, question,
				  outcome, decision, conditions, reasoning, n)
				""")
			.param(AUTHOR)
			.param(Timestamp.from(before.truncatedTo(ChronoUnit.MICROS)))
			.params((Object[]) columns)
			.update();
		jdbc.sql("ANALYZE ruling").update();
	}

	/** So many questions as people write them, with the subject of each before it. */
	public static List<String[]> questions(int questions, long seed) {
		RulingCorpus corpus = new RulingCorpus(seed);
		for (int i = 1; i <= questions; i++) {
			corpus.add(i);
		}
		return corpus.rows.stream().map((row) -> new String[] { row[4], row[5] }).toList();
	}

	/** Takes away what {@link #write} wrote. */
	public static void remove(JdbcClient jdbc) {
		jdbc.sql("DELETE FROM ruling WHERE decided_by = ?").param(AUTHOR).update();
	}

	private void add(int number) {
		String asked = asked();
		String party = String.format(any(FORMS), any(NAMES) + " " + any(NAMES));
		RulingOutcome outcome = RulingOutcome.values()[this.random.nextInt(4)];
		this.rows.add(new String[] { String.format("DEC-1999-%06d", number), party,
				Topic.values()[this.random.nextInt(Topic.values().length)].name(),
				Situation.values()[this.random.nextInt(Situation.values().length)].name(),
				upper(asked) + " para " + any(SECTORS),
				party + ", del sector de " + any(SECTORS) + ", pide " + asked + " y además " + asked() + ". " + any(WHY)
						+ " " + any(WHY),
				outcome.name(), decision(outcome, asked),
				(outcome == RulingOutcome.CONDITIONAL) ? any(CONDITIONS) : null, any(REASONS) + " " + any(REASONS) });
	}

	private String decision(RulingOutcome outcome, String asked) {
		return switch (outcome) {
			case GRANTED, CONDITIONAL -> "Se autoriza " + asked + ".";
			case REFUSED -> "No se autoriza " + asked + ". Se puede ofrecer " + asked() + ".";
			case ANSWERED -> "Se ofrece siempre " + asked + ", y así consta en el catálogo.";
		};
	}

	private String asked() {
		String template = any(ASKED);
		int numbers = template.contains("%d") ? 1 : 0;
		if (template.contains("%s")) {
			return (numbers == 1) ? String.format(template, number(), any(THINGS))
					: String.format(template, any(THINGS));
		}
		return (numbers == 1) ? String.format(template, number()) : template.replace("%%", "%");
	}

	private int number() {
		return 5 + this.random.nextInt(90);
	}

	private String any(String[] values) {
		return values[this.random.nextInt(values.length)];
	}

	private static String upper(String text) {
		return Character.toUpperCase(text.charAt(0)) + text.substring(1);
	}

}
