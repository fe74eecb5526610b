package dev.escala.demo;

import java.util.List;
import java.util.stream.Stream;

/** Twenty-five companies that the demo sells to, each at another stage. */
final class DemoSales {

	private DemoSales() {
	}

	/** In the order in which they are created. */
	static List<DemoPursuit> all() {
		return Stream.of(open(), refused(), became()).flatMap(List::stream).map(DemoPursuit.Story::told).toList();
	}

	private static List<DemoPursuit.Story> open() {
		return List.of(
				DemoPursuit.of("Conservas La Ría", "Alimentación", 60, "EVENT", 1,
						"Pasó por nuestra mesa en la feria y pidió información."),
				DemoPursuit.of("RAPIDO", "Finanzas", 35, "WEB", 0, "Rellenó el formulario de la web."),
				DemoPursuit
					.of("Cerámicas Monte Alto", "Fabricación", 120, "OWN_LIST", 2,
							"Exporta a tres países y factura a mano.")
					.topDown(),
				DemoPursuit
					.of("Transportes Sierra Clara", "Transporte", 45, "OWN_LIST", 6,
							"Abre una segunda base en la provincia.")
					.attempt(5)
					.lately("Busca conductores para la base nueva."),
				DemoPursuit
					.of("Imprenta Dos Caminos", "Artes gráficas", 18, "WEB", 8, "Preguntó por el precio en la web.")
					.attempt(8)
					.attempt(2)
					.lately("Ha cambiado su página."),
				DemoPursuit.of("Bodegas Cerro Pardo", "Alimentación", 80, "EVENT", 15, "Vende ya por Internet.")
					.attempt(13)
					.attempt(11)
					.attempt(5)
					.lately("Presenta su cosecha la semana que viene."),
				DemoPursuit.of("ATLAS", "Transporte", 450, "REFERRAL", 12, "Nos recomienda un cliente.")
					.topDown("Transporte con flota propia", "Dirección financiera", "Rutas fijas con contratos anuales")
					.appointment(2, "CONTACTED", 18, "Recibe a dos personas nuestras el jueves.")
					.lately("Compró una empresa de almacenes."),
				DemoPursuit.of("Clínica Mirador", "Sanidad", 70, "WEB", 7, "Pidió una demostración.")
					.attempt(6)
					.talk(2, "CONTACTED", 9, "Hoy apuntan las incidencias en una hoja de cálculo.")
					.lately("Abre los sábados."),
				DemoPursuit
					.of("Librerías Entre Líneas", "Comercio", 35, "NETWORKS", 25, "Comentó una publicación nuestra.")
					.talk(21, "CONTACTED", 11, "Tienen cinco tiendas y un solo teléfono.")
					.move(2, "UNDECIDED")
					.lately("Feria del libro en primavera."),
				DemoPursuit.of("Viveros El Almendro", "Agricultura", 25, "REFERRAL", 40, "Crece cada primavera.")
					.talk(36, "CONTACTED", 14, "Les preocupa que sea complicado.")
					.move(35, "UNDECIDED")
					.talk(1, "UNDECIDED", 7, "Lo comentan con su gestoría.")
					.lately("Su gestoría es cliente nuestro."),
				DemoPursuit.of("Textiles Agua Fría", "Fabricación", 150, "OWN_LIST", 30, "Cambió de dueño este año.")
					.topDown("Fabricación con pedidos a medida", "Dirección financiera", "Encargos de grandes cadenas")
					.attempt(28)
					.talk(24, "CONTACTED", 22, "Pierden un pedido al mes por no contestar a tiempo.")
					.move(2, "QUALIFYING")
					.lately("El dueño nuevo quiere cifras cada mes."),
				DemoPursuit.of("Hoteles Costa Serena", "Turismo", 300, "EVENT", 50, "Abre dos hoteles en verano.")
					.topDown("Turismo con varias sedes", "Dirección de operaciones", "Estancias de verano y congresos")
					.appointment(46, "CONTACTED", 25, "Quieren ver cómo se reparte entre hoteles.")
					.move(40, "QUALIFYING")
					.talk(1, "QUALIFYING", 16, "Falta que Finanzas dé la cifra.")
					.lately("Cierra su presupuesto a final de mes."),
				DemoPursuit.of("Panaderías La Espiga", "Alimentación", 40, "WEB", 20, "Pidió que la llamáramos.")
					.talk(18, "CONTACTED", 8, "Les interesa, no antes de Reyes.")
					.later(3, 30, "Que la llamemos cuando pase la campaña."),
				DemoPursuit
					.of("Gestoría Plaza Nueva", "Servicios", 12, "REFERRAL", 11, "Lleva a cuatro clientes nuestros.")
					.later(6, 14, "Está cerrando el trimestre."));
	}

	private static List<DemoPursuit.Story> refused() {
		return List.of(
				DemoPursuit.of("Talleres Rueda Libre", "Talleres", 22, "OWN_LIST", 210, "Tres talleres en la ciudad.")
					.talk(205, "CONTACTED", 6, "Son cuatro y se avisan a voces.")
					.lost(205, "REFUSED", "NO_NEED", "Con una pizarra nos basta.",
							"Con menos de diez personas, preguntar antes cuántas atienden al público."),
				DemoPursuit.of("Inmobiliaria Tejado Rojo", "Servicios", 15, "WEB", 130, "Pidió precios en la web.")
					.talk(126, "CONTACTED", 13, "Le gustó; no hay dinero este año.")
					.lost(120, "REFUSED", "NO_BUDGET", "Vuelvan en enero.",
							"Preguntar por el presupuesto en la primera llamada."),
				DemoPursuit.of("Autoescuelas Señal Verde", "Educación", 30, "OWN_LIST", 75, "Ocho centros.")
					.attempt(74)
					.attempt(72)
					.attempt(68)
					.move(62, "REFUSED", "callResult", "ATTEMPT", "callChannel", "MAIL", "lossReason", "UNREACHABLE",
							"lesson", "Por la tarde hay clase: llamar antes de las doce."),
				DemoPursuit.of("Premios Al Instante", "Otros", 1, "WEB", 33, "Formulario con enlaces.")
					.move(33, "SPAM"));
	}

	private static List<DemoPursuit.Story> became() {
		return List.of(
				DemoPursuit
					.of("Farmacias Olmo", "Sanidad", 55, "REFERRAL", 250, "Nos recomienda el Hospital del Norte.")
					.talk(246, "CONTACTED", 15, "Cada farmacia contesta una cosa distinta.")
					.move(244, "QUALIFYING")
					.fits(240, "Escala para doce farmacias")
					.move(236, "PROPOSED", "quoteReference", "OF-101")
					.move(229, "NEGOTIATING", "progressNote", "Piden pagar por trimestres.")
					.move(221, "WON", "amount", "18.400,00", "currency", "EUR"),
				DemoPursuit.of("Ferretería Clavo y Tuerca", "Comercio", 28, "EVENT", 70, "Ganó un concurso municipal.")
					.appointment(66, "CONTACTED", 12, "Vienen a verlo el viernes.")
					.move(58, "CONVERTED", "request", "Escala para una tienda y un almacén")
					.move(55, "PROPOSED", "quoteReference", "OF-114")
					.move(44, "WON", "amount", "7.250,00", "currency", "EUR"),
				DemoPursuit
					.of("Laboratorios Pico Alto", "Sanidad", 210, "OWN_LIST", 150, "Los audita su matriz cada año.")
					.topDown("Sanidad con laboratorio propio", "Dirección financiera", "Análisis para otras clínicas")
					.talk(144, "CONTACTED", 20, "Necesitan demostrar en cuánto contestan.")
					.move(138, "QUALIFYING")
					.fits(130, "Escala para el laboratorio, con informes para la matriz")
					.move(122, "PROPOSED", "quoteReference", "OF-108")
					.move(100, "RIVAL", "lossReason", "FEATURES", "lossNote", "El otro trae los informes hechos.",
							"lesson", "Enseñar los informes en la primera visita.", "competitor",
							"Mesa Redonda Software", "weakPoints", "Informes para la matriz\nPlazo de puesta en marcha",
							"analyst", DemoPerson.SUPERVISOR.id().value()),
				DemoPursuit.of("Escuelas Patio Grande", "Educación", 90, "WEB", 65, "Pidió una oferta por la web.")
					.talk(62, "CONTACTED", 10, "Comparan tres ofertas.")
					.move(60, "CONVERTED", "request", "Escala para nueve colegios")
					.move(56, "PROPOSED", "quoteReference", "OF-116")
					.lost(31, "LOST", "PRICE", "Es el doble de lo que teníamos pensado.",
							"Decir el orden del precio antes de escribir la oferta."),
				DemoPursuit.of("Frutas Valle Hondo", "Alimentación", 65, "EVENT", 45, "Exporta desde este año.")
					.appointment(41, "CONTACTED", 19, "Visita en su almacén.")
					.move(33, "QUALIFYING")
					.fits(28, "Escala para el almacén y la exportación")
					.move(24, "PROPOSED", "quoteReference", "OF-121")
					.move(2, "NEGOTIATING", "progressNote", "Piden la puesta en marcha en enero.")
					.lately("Ha firmado con una cadena de otro país."),
				DemoPursuit
					.of("Mensajería Punto Rojo", "Transporte", 110, "NETWORKS", 35, "Se queja de su programa actual.")
					.attempt(34)
					.talk(32, "CONTACTED", 17, "Su programa no avisa de los retrasos.")
					.move(22, "CONVERTED", "request", "Escala para seis delegaciones")
					.move(17, "PROPOSED", "quoteReference", "OF-123")
					.lately("Sube sus precios en enero."),
				DemoPursuit.of("Cocinas Encina", "Comercio", 20, "WEB", 16, "Rellenó el formulario de la web.")
					.talk(13, "CONTACTED", 12, "Quieren que el cliente vea su pedido.")
					.move(10, "CONVERTED", "request", "Escala para pedidos a medida")
					.move(1, "ANALYSIS", "progressNote", "Hay que ver cómo entran sus pedidos.")
					.lately("Estrena exposición."));
	}

}
