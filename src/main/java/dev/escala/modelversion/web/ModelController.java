package dev.escala.modelversion.web;

import java.util.List;
import java.util.Locale;

import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Verdict;
import dev.escala.modelversion.BackToVersion;
import dev.escala.modelversion.DeployModels;
import dev.escala.modelversion.ModelChange;
import dev.escala.modelversion.ModelKind;
import dev.escala.modelversion.ModelVersion;
import dev.escala.modelversion.VersionHistory;
import dev.escala.modelversion.outdated.OutdatedModels;
import dev.escala.validation.NotFoundException;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Models over HTTP: tried, deployed, their versions and the way back (issue 16). */
@RestController
@RequestMapping(path = "/api/models", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Modelos")
class ModelController {

	private static final String FILES = "files: cada archivo con name (con su terminación: .bpmn, .dmn o .form) y "
			+ "content, su texto. ";

	private final VersionHistory history;

	private final DeployModels models;

	private final BackToVersion back;

	private final OutdatedModels outdated;

	ModelController(VersionHistory history, DeployModels models, BackToVersion back, OutdatedModels outdated) {
		this.history = history;
		this.models = models;
		this.back = back;
		this.outdated = outdated;
	}

	@Operation(summary = "Comprueba unos modelos como si se desplegaran ahora, sin desplegar nada",
			description = FILES + "accepted dice si entrarían; problems, qué hay que corregir (REFUSED) y qué conviene "
					+ "saber (WARNING), lo más importante primero; message, lo que se leería en Modeler.")
	@PostMapping(path = "/check", consumes = MediaType.APPLICATION_JSON_VALUE)
	Checked check(@RequestBody FilesBody body) {
		Verdict verdict = this.models.check(body.files());
		return new Checked(!verdict.refuses(), verdict.problems(), verdict.refuses() ? verdict.message() : null);
	}

	@Operation(summary = "Despliega unos modelos: todos, o ninguno", description = FILES
			+ "reason: por qué, en una línea de 150 caracteres como mucho. Pasan las mismas "
			+ "comprobaciones que desde Modeler; si hay algo que corregir, 400 con la misma lista y nada cambia.")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	@ResponseStatus(HttpStatus.CREATED)
	List<ModelVersion> deploy(@RequestBody DeploymentBody body) {
		return this.models.deploy(body.files(), body.reason());
	}

	@Operation(summary = "Lista los modelos en vigor: procesos, tablas y formularios",
			description = "outdated: no pasa las comprobaciones de esta versión de Escala, o Escala ha puesto en su "
					+ "lugar la suya. running: cuántos procesos siguen con esa versión.")
	@GetMapping
	List<InForce> list() {
		var outdatedKeys = this.outdated.keys();
		return this.history.inForce()
			.stream()
			.map((one) -> new InForce(one, outdatedKeys.contains(one.kind() + " " + one.key())))
			.toList();
	}

	@Operation(summary = "Lista las versiones de un modelo, la que está en vigor primero",
			description = "kind: process, table o form. by y why: quién la desplegó y por qué; sin by, la trajo Escala.")
	@GetMapping("/{kind}/{key}/versions")
	List<ModelVersion> versions(@PathVariable String kind, @PathVariable String key) {
		return this.history.all(kind(kind), key);
	}

	@Operation(summary = "En qué se diferencia una versión de la anterior",
			description = "Elemento a elemento, regla a regla, campo a campo. 404 si no hay anterior.")
	@GetMapping("/{kind}/{key}/versions/{version}/difference")
	List<ModelChange> difference(@PathVariable String kind, @PathVariable String key, @PathVariable int version) {
		return this.history.difference(kind(kind), key, version);
	}

	@Operation(summary = "Vuelve a poner en vigor una versión anterior, como versión nueva",
			description = "shown: la versión que quien vuelve cree en vigor; si ya es otra, 409. reason: por qué, en "
					+ "una línea de 150 caracteres como mucho. Pasa las mismas comprobaciones que un despliegue.")
	@PostMapping(path = "/{kind}/{key}/versions/{version}/restoration", consumes = MediaType.APPLICATION_JSON_VALUE)
	ModelVersion restore(@PathVariable String kind, @PathVariable String key, @PathVariable int version,
			@RequestBody RestorationBody body) {
		ModelKind known = kind(kind);
		this.back.go(known, key, version, (body.shown() == null) ? 0 : body.shown(), body.reason());
		return this.history.all(known, key).get(0);
	}

	private static ModelKind kind(String text) {
		try {
			return ModelKind.valueOf(text.toUpperCase(Locale.ROOT));
		}
		catch (IllegalArgumentException ex) {
			throw new NotFoundException("No hay modelos de la clase «" + text + "»: son process, table y form.");
		}
	}

	record FilesBody(List<DeployModels.Sent> files) {
	}

	record DeploymentBody(List<DeployModels.Sent> files, String reason) {
	}

	record RestorationBody(Integer shown, String reason) {
	}

	/** What was found; {@code message} where it would be refused. */
	record Checked(boolean accepted, List<Problem> problems, String message) {
	}

	/** The version of a model with which new work begins. */
	record InForce(ModelVersion version, boolean outdated) {
	}

}
