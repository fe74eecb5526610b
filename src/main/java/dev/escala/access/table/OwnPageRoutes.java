package dev.escala.access.table;

import java.util.List;

import dev.escala.access.Role;

import static dev.escala.access.table.Audience.ANYBODY;
import static dev.escala.access.table.Audience.COCKPIT;
import static dev.escala.access.table.Audience.CUSTOMER_EDITORS;
import static dev.escala.access.table.Audience.DEADLINES;
import static dev.escala.access.table.Audience.LEADERS;
import static dev.escala.access.table.Audience.LOGGED_IN;
import static dev.escala.access.table.Audience.REPORTERS_AND_ADMINISTRATORS;
import static dev.escala.access.table.Audience.SALE_IMPORTERS;
import static dev.escala.access.table.Audience.SALES;
import static dev.escala.access.table.Audience.SUPERVISION;

/** Escala's pages and the files that belong to them. */
final class OwnPageRoutes {

	private OwnPageRoutes() {
	}

	static List<Row> rows() {
		return Rows.of(Door.PAGES)
			// Where people come in and go out.
			.open(ANYBODY, """
					GET POST /login
					GET /login/login.js
					POST /logout
					""")
			// The customers' pages: whoever has the link, or the key, or complains.
			.open(ANYBODY, """
					GET POST /reclamar
					GET /reclamar/informacion
					GET /reclamar/{token}
					GET POST /interes
					GET /interes/{token}
					GET POST /seguimiento
					GET /seguimiento/{token}
					POST /seguimiento/{token}/mensaje
					POST /seguimiento/{token}/reapertura
					POST /seguimiento/{token}/resuelto
					POST /seguimiento/{token}/causa
					POST /seguimiento/{token}/opinion
					POST /seguimiento/{token}/compromiso
					GET POST /seguimiento/{token}/justificante
					""")
			.open(REPORTERS_AND_ADMINISTRATORS, """
					POST /averias
					POST /averias/{id}
					POST /averias/{id}/fin
					POST /averias/{id}/reclamaciones
					POST /averias/{id}/aviso
					GET POST /oido
					GET /preguntar
					GET POST /preguntar/consejo
					GET POST /preguntar/enviar
					GET POST /preguntar/llamada
					GET POST /preguntar/llamada/si
					GET POST /preguntar/llamada/otra-fecha
					GET /preguntar/{number}
					GET /preguntar/preguntar.js
					""")
			.open(LOGGED_IN, """
					GET /
					GET /ayuda
					GET /ayuda/{document}
					GET /ayuda/images/{file}
					GET /preguntar/flujo
					GET /decisiones
					GET /decisiones/excepciones
					GET /decisiones/{number}
					POST /decisiones/{number}/revocar
					GET /casos
					GET /casos/exportar
					GET /casos/{number}
					GET /casos/{number}/modelo
					GET /casos/{number}/decisiones/{id}
					POST /casos/{number}/reabrir
					POST /casos/{number}/resuelto
					POST /casos/{number}/retirar
					POST /casos/{number}/desvincular
					GET POST /mejoras
					GET /mejoras/{number}
					GET /ideas
					GET POST /ideas/nueva
					GET /ideas/{number}
					POST /ideas/{number}/cifras
					GET /promesas-publicas
					GET /promesas-publicas/exportar
					GET POST /promesas-publicas/nueva
					GET /promesas-publicas/{number}
					POST /promesas-publicas/{number}/cambiar
					POST /promesas-publicas/{number}/cifras
					POST /promesas-publicas/{number}/retirar
					GET /retencion
					GET /retencion/{number}
					GET POST /ausencias
					POST /ausencias/{person}/{absence}/terminar
					GET /calendarios
					GET /calendarios/{code}
					GET /clientes
					GET /clientes/{code}
					GET /lecciones
					GET /averias
					GET /averias/{id}
					GET /reclamaciones/plazos
					GET /reclamaciones/{number}
					GET POST /reclamaciones/{number}/organismos
					POST /reclamaciones/{number}/organismos/final
					POST /reclamaciones/{number}/organismos/peligro
					GET POST /reclamaciones/{number}/puntos
					POST /reclamaciones/{number}/puntos/{id}
					POST /reclamaciones/{number}/puntos/{id}/palabras
					POST /reclamaciones/{number}/puntos/{id}/quitar
					GET /reportados
					GET POST /reportados/avisos
					GET /responder/{number}
					GET /responder/responder.js
					POST /responder/{number}/puntos
					POST /responder/{number}/puntos/{id}
					POST /responder/{number}/puntos/{id}/descartar
					POST /responder/{number}/puntos/{id}/juntar
					GET /ventas/practica
					GET /ventas/{number}
					GET /buzon
					GET /buzon/{id}
					GET /buzon/{id}/archivos/{index}
					""")
			.open(SALE_IMPORTERS, """
					GET POST /ventas/importar
					GET /ventas/importar/{id}
					GET /ventas/importar/{id}/problemas.csv
					POST /ventas/importar/{id}/opciones
					POST /ventas/importar/{id}/confirmar
					""")
			.open(SALES, """
					GET /ventas/interesados
					POST /ventas/interesados/{id}
					GET /ventas/llamadas
					POST /ventas/llamadas/{number}
					""")
			.open(CUSTOMER_EDITORS, """
					GET POST /clientes/nuevo
					GET POST /clientes/{code}/editar
					""")
			.open(SUPERVISION, """
					GET /mensajes
					GET /mensajes/{id}
					POST /mensajes/{id}/reenviar
					POST /mensajes/{id}/cancelar
					GET /entrada
					GET /entrada/{id}
					POST /entrada/{id}/asignar
					POST /entrada/{id}/abrir
					POST /entrada/{id}/descartar
					GET /hallazgos
					GET POST /compras/aparte
					GET POST /compras/importar
					GET POST /compras/importar/{id}
					GET /compras/importar/{id}/problemas.csv
					""")
			.open(DEADLINES.and(Role.SALES), """
					POST /retencion
					GET POST /retencion/perdidos
					GET /retencion/perdidos/exportar
					""")
			.open(LEADERS, """
					POST /ausencias/guardias
					GET /panel
					GET /panel/acciones
					GET /panel/compromisos
					GET /panel/panel.js
					GET /webjars/uplot/1.6.30/dist/uPlot.iife.min.js
					GET /webjars/uplot/1.6.30/dist/uPlot.min.css
					""")
			.open(DEADLINES.and(Role.SALES), """
					GET /ventas/cifras
					GET /ventas/cifras/casos
					GET /ventas/cifras/exportar
					""")
			.open(DEADLINES, """
					GET /compras/revisiones
					POST /compras/revisiones/ensayos
					GET /compras/revisiones/{id}
					GET /compras/revisiones/{id}/clientes.csv
					GET /ventas/aplazadas
					GET /panel/recorrido
					GET /reclamaciones/cifras
					GET /reclamaciones/cifras/exportar
					GET /llamadas-de-seguimiento
					GET /llamadas-de-seguimiento/exportar
					GET /plazos
					GET POST /calendarios/nuevo
					GET POST /calendarios/{code}/editar
					POST /calendarios/{code}/dias
					POST /calendarios/{code}/dias/{date}/quitar
					POST /calendarios/{code}/asignar
					POST /calendarios/{code}/retirar
					GET POST /calendarios/{code}/oficial
					POST /calendarios/{code}/oficial/importar
					POST /calendarios/{code}/eliminar
					""")
			.open(Audience.of(Role.SUPERVISORS, Role.ADMINISTRATORS), """
					POST /plazos/{number}/reparar
					""")
			.open(COCKPIT, """
					GET /modelos
					GET POST /modelos/subir
					GET POST /modelos/repeticion
					GET POST /modelos/repeticion/caso
					GET /modelos/repeticion/{id}
					GET /modelos/repeticion/{id}/diferencias.csv
					GET /modelos/vigentes
					GET /modelos/vigentes/{kind}/{key}
					GET POST /modelos/vigentes/{kind}/{key}/propuesta
					GET /modelos/vigentes/{kind}/{key}/{version}/diferencia
					GET /modelos/vigentes/{kind}/{key}/{version}/archivo
					POST /modelos/vigentes/{kind}/{key}/{version}/volver
					""")
			.open(SUPERVISION.and(Role.PROCESS_OWNERS), """
					GET /plantillas
					GET POST /plantillas/{name}
					""")
			.list();
	}

}
