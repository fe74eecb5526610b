package dev.escala.decisionlog;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import dev.escala.support.EscalaTest;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
@DisplayName("A word is the same")
class WordsTests {

	private static final String PAIRS = """
			garantía/garantías fácil/fáciles móvil/móviles personalización/personalizaciones extensión/extensiones
			decisión/decisiones opinión/opiniones gestión/gestiones reunión/reuniones unión/uniones
			licencia/licencias precio/precios descuento/descuentos cláusula/cláusulas penalización/penalizaciones
			integración/integraciones instalación/instalaciones migración/migraciones técnico/técnicos
			técnica/técnicas crédito/créditos límite/límites código/códigos público/públicos
			exclusividad/exclusividades confidencialidad/confidencialidades mes/meses año/años trimestre/trimestres
			comisión/comisiones versión/versiones servidor/servidores proveedor/proveedores margen/márgenes
			orden/órdenes volumen/volúmenes examen/exámenes cliente/clientes plazo/plazos pago/pagos
			almacén/almacenes interés/intereses país/países portátil/portátiles útil/útiles hospital/hospitales
			señal/señales api/apis ley/leyes luz/luces vez/veces red/redes formación/formaciones solución/soluciones
			institución/instituciones compañía/compañías tecnología/tecnologías categoría/categorías
			auditoría/auditorías avería/averías tarifa/tarifas cuota/cuotas alianza/alianzas competidor/competidores
			referencia/referencias patente/patentes indemnización/indemnizaciones responsabilidad/responsabilidades
			prórroga/prórrogas rescisión/rescisiones revisión/revisiones excepción/excepciones
			devolución/devoluciones días/día minoría/minorías guía/guías vía/vías energía/energías informe/informes
			almacenamiento/almacenamientos copia/copias título/títulos carácter/caracteres régimen/regímenes
			inglés/ingleses francés/franceses estándar/estándares póliza/pólizas préstamo/préstamos
			depósito/depósitos anticipo/anticipos fianza/fianzas aval/avales jurisdicción/jurisdicciones
			arbitraje/arbitrajes sanción/sanciones fusión/fusiones región/regiones camión/camiones visión/visiones
			conexión/conexiones reflexión/reflexiones patrón/patrones razón/razones cupón/cupones
			bonificación/bonificaciones facturación/facturaciones automóvil/automóviles sesión/sesiones
			inversión/inversiones usuario/usuarios prototipo/prototipos piloto/pilotos análisis/análisis
			crisis/crisis fin/fines plan/planes jardín/jardines cancelación/cancelaciones anulación/anulaciones
			ampliación/ampliaciones renovación/renovaciones suscripción/suscripciones concesión/concesiones
			cesión/cesiones subcontratación/subcontrataciones propiedad/propiedades española/españolas niño/niños
			diseño/diseños tamaño/tamaños campaña/campañas dueño/dueños pequeño/pequeños
			""";

	@Autowired
	private Words words;

	@Test
	@DisplayName("in singular and plural, with and without accents, in capitals and with accents typed apart")
	void forms() {
		List<String> different = new ArrayList<>();
		for (String pair : PAIRS.strip().split("\\s+")) {
			String[] forms = pair.split("/");
			String all = String.join(" ", forms[0], forms[1], plain(forms[0]), plain(forms[1]),
					forms[0].toUpperCase(Locale.ROOT), forms[1].toUpperCase(Locale.ROOT),
					Normalizer.normalize(forms[1], Normalizer.Form.NFD));
			List<String> keys = this.words.words(all, 100).stream().map(Words.Word::key).distinct().toList();
			if (keys.size() != 1) {
				different.add(pair + " " + keys);
			}
		}
		assertThat(different).isEmpty();
	}

	@Test
	@DisplayName("and no other word: alike words stay apart, and empty ones are none")
	void apart() {
		assertThat(this.words.words("red rodar tarifa tarea licencia licitación", 100).stream().map(Words.Word::key))
			.doesNotHaveDuplicates()
			.hasSize(6);
		assertThat(this.words.words("¿Más o menos lo que también están? De él, con MAS; tambien… 24x7", 100))
			.extracting(Words.Word::text)
			.containsExactly("menos", "24x7");
	}

	private static String plain(String text) {
		return Normalizer.normalize(text, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
	}

}
