package dev.escala.decisionlog;

import java.util.List;
import java.util.Set;

import dev.escala.policy.Topic;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

/** Decisions that somebody looks for among many. */
final class FoundRulings {

	private FoundRulings() {
	}

	static List<NewRuling> all(String author) {
		return List.of(
				ruling(author, "Depósito del código fuente ante notario",
						"Piden que un tercero guarde el código de la aplicación por si dejamos de existir.",
						"Se deposita una copia ante notario cada año, a cargo del cliente.",
						"Protege al cliente sin ceder derechos.", "Hospital de la Ribera"),
				ruling(author, "Margen mínimo de un distribuidor en exclusiva",
						"Un distribuidor quiere conocer qué margen le queda.",
						"El margen mínimo es del doce por ciento.", "Por debajo nadie invierte en vender.", null),
				ruling(author, "Facturación en criptomonedas", "Quieren pagar en bitcoin.",
						"Las facturas se emiten y se cobran en euros.", "Tesorería no admite el riesgo de cambio.",
						null),
				ruling(author, "Personalizaciones con el logotipo del cliente",
						"Quiere su logotipo en la pantalla de acceso.", "Se incluye en la puesta en marcha.",
						"Son dos horas de trabajo.", null),
				ruling(author, "Rescisión del contrato por insolvencia",
						"Su abogado quiere poder irse si entramos en concurso de acreedores.",
						"Se acepta la cláusula habitual.", "La ley lo permite de todos modos.", null),
				ruling(author, "Auditorías de los algoritmos de predicción",
						"El regulador les pide revisar cómo predice el sistema la demanda.",
						"Se enseña el modelo en nuestras oficinas, sin copias.", "Es secreto de empresa.", null),
				ruling(author, "La propiedad intelectual de un molde",
						"Fabricamos con ellos un molde y quieren quedárselo.", "El molde es de ambos.",
						"Lo pagamos a medias.", null),
				ruling(author, "Uso de un estándar abierto de mensajería", "Piden no atarse a un fabricante.",
						"Se usa siempre el protocolo publicado.", "Evita conversores.", null),
				ruling(author, "Vuelos con un dron sobre la obra", "Quieren imágenes aéreas del avance.",
						"No volamos: lo hace un operador con licencia.", "No tenemos seguro aéreo.", null),
				ruling(author, "Descuento a organizaciones sin ánimo de lucro",
						"Una ONG pide un trato especial en la tarifa.",
						"Una fundación o una ONG inscrita tiene un veinte por ciento de descuento.",
						"Es parte de nuestra responsabilidad social.", null),
				ruling(author, "Copias de seguridad en cinta magnética", "Su norma interna exige cintas.",
						"Se hacen en disco, y una cinta cada trimestre.", "El robot de cintas sigue en uso.", null),
				ruling(author, "Nivel de servicio con un fideicomiso",
						"Un fideicomiso quiere que se le garantice la atención.", "Se le da el nivel de plata.",
						"No cambia nada para nosotros.", null),
				ruling(author, "Cuota fija de llamadas internacionales",
						"Quieren pagar lo mismo cada mes, llamen a donde llamen.",
						"Una cuota fija al mes, con un máximo razonable de minutos.",
						"Las llamadas a otros países son pocas.", null),
				ruling(author, "SSO con la identidad del Estado",
						"Una universidad quiere entrar con Cl@ve y no con contraseñas.",
						"Se conecta con un adaptador que mantiene la universidad.", "El protocolo es público.", null),
				ruling(author, "Sin límite de responsabilidad en estaciones de esquí",
						"Piden que respondamos de los daños de un alud si falla el aviso.",
						"No se acepta: el tope es el precio de un año.", "Ningún seguro cubre un alud.", null),
				ruling(author, "Descuento por anticipo de la anualidad", "Pagan todo el primer día.",
						"Dos puntos sobre la tarifa.", "Mejora la tesorería.", null),
				ruling(author, "Formaciones en sábado dentro del almacén", "El turno no puede parar entre semana.",
						"Se hace en sábado con recargo.", "El personal se turna.", null),
				ruling(author, "Renovación con pago a plazos", "Quieren renovar y pagar cada mes.",
						"Se admite en doce cobros.", "El riesgo es bajo.", null),
				ruling(author, "Garantía sin penalización en prototipos", "Un prototipo no tiene fecha segura.",
						"Se da garantía y no se firma penalización.", "Nadie puede prometer lo que investiga.", null),
				ruling(author, "Pago en especie con horas de grúa", "Ofrecen su grúa a cambio de licencias.",
						"No se aceptan pagos que no sean en dinero.", "No sabríamos facturarlo.",
						"Astilleros Quiroga"));
	}

	private static NewRuling ruling(String author, String subject, String question, String decision, String reasoning,
			String party) {
		return new NewRuling(
				(party == null) ? null : new CaseNumber("SOL-2026-99000" + (party.startsWith("H") ? 1 : 2)), party,
				Topic.OTHER, Set.of(), subject, question, RulingOutcome.ANSWERED, decision, null, reasoning, null,
				false, null, new UserId(author), null);
	}

}
