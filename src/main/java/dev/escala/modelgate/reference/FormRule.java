package dev.escala.modelgate.reference;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

import com.fasterxml.jackson.databind.JsonNode;
import dev.escala.modelgate.Deployed;
import dev.escala.modelgate.Findings;
import dev.escala.modelgate.ModelRule;
import dev.escala.modelgate.Problem;
import dev.escala.modelgate.Submission;
import dev.escala.modelgate.Vocabulary;
import dev.escala.modelgate.file.FormFile;
import dev.escala.text.NearNames;

/**
 * Forms that Tasklist shows and submits: with what form-js 1.8.7 can, was seen to work,
 * and without taking a field from somebody who has the form open.
 */
public final class FormRule implements ModelRule {

	private static final Set<String> SHOWN = Set.of("textfield", "textarea", "number", "checkbox", "radio", "select",
			"checklist", "taglist", "text", "html", "table", "group", "spacer", "separator", "image", "default");

	private static final Map<String, String> SEEN_TO_FAIL = Map.of("dynamiclist",
			"con él, «Completar» se queda apagado para siempre", "datetime",
			"la fecha llega un día antes a quien está al oeste de Greenwich", "iframe", "la página no lo deja cargar",
			"filepicker", "el archivo no llega a ninguna parte", "documentPreview", "Tasklist no lo muestra",
			"expression", "lo que calcula se envía como un campo más", "button", "no hace nada en Tasklist");

	private static final Set<String> CHOICES = Set.of("select", "radio", "checklist", "taglist");

	private final Vocabulary vocabulary;

	private final Deployed deployed;

	/** Knows what code gives to forms and which are in use. */
	public FormRule(Vocabulary vocabulary, Deployed deployed) {
		this.vocabulary = vocabulary;
		this.deployed = deployed;
	}

	@Override
	public List<Problem> check(Submission submission) {
		Findings findings = new Findings();
		submission.forms().forEach((form) -> check(form, findings));
		return findings.list();
	}

	private void check(FormFile form, Findings findings) {
		if (form.id().isBlank() || !form.json().path("components").isArray()) {
			findings
				.add(Problem.refused(form.path(), null, null, "No es un formulario de Camunda: no tiene «id» o campos.",
						"Hágalo en Modeler como «Camunda Platform Form»."));
			return;
		}
		Set<String> keys = new HashSet<>();
		for (JsonNode component : form.components()) {
			component(form, component, findings);
			String key = component.path("key").asText();
			if (!key.isEmpty() && !keys.add(key)) {
				refuse(form, component, "Dos campos tienen la clave «" + key + "»: uno borraría lo del otro.",
						"Dé a uno de los dos otra clave.", findings);
			}
		}
		removed(form, findings);
	}

	private void component(FormFile form, JsonNode component, Findings findings) {
		String type = component.path("type").asText();
		if (SEEN_TO_FAIL.containsKey(type) || !SHOWN.contains(type)) {
			refuse(form, component,
					"El componente «" + type + "» no se permite: "
							+ SEEN_TO_FAIL.getOrDefault(type, "Tasklist no lo sabe mostrar") + ".",
					"Use texto, número, casilla o una lista.", findings);
		}
		if (component.has("readonly")) {
			refuse(form, component, "Un campo de solo lectura se envía otra vez, y cambia de tipo.",
					"Muestre el valor con un texto o una tabla.", findings);
		}
		boolean choosing = CHOICES.contains(type);
		if (choosing && component.path("values").isEmpty() && !component.has("valuesKey")) {
			refuse(form, component, "No ofrece nada que elegir.", "Escriba sus opciones.", findings);
		}
		String offered = component.path("valuesKey").asText();
		Vocabulary.Form contract = this.vocabulary.forms().get(form.id());
		if (choosing && !offered.isEmpty() && (contract == null || !contract.offers().contains(offered))) {
			Set<String> offers = (contract == null) ? Set.of() : contract.offers();
			refuse(form, component,
					"Sus opciones vendrían de «" + offered + "», y Escala no da esa lista a este formulario.",
					NearNames.near(offered, offers)
						.map((near) -> "¿Quería decir «" + near + "»?")
						.orElse("Escriba las opciones en el formulario."),
					findings);
		}
		if (component.path("conditional").has("hide") && component.path("validate").path("required").asBoolean()) {
			refuse(form, component, "Es obligatorio y puede estar oculto: entonces no se podría completar la tarea.",
					"Quite «obligatorio», o no lo oculte.", findings);
		}
	}

	/** Whoever has the form open would send a field that nobody expects any more. */
	private void removed(FormFile form, Findings findings) {
		Set<String> keys = new TreeSet<>();
		form.fields().forEach((field) -> keys.add(field.path("key").asText()));
		List<String> removed = this.deployed.form(form.id())
			.map((file) -> FormFile.parse(file.name(), file.content()))
			.stream()
			.flatMap((before) -> before.fields().stream())
			.map((field) -> field.path("key").asText())
			.filter((key) -> !keys.contains(key))
			.toList();
		long running = removed.isEmpty() ? 0 : this.deployed.running(form.id());
		if (running > 0) {
			removed.forEach((key) -> findings.add(Problem.refused(form.path(), key, null,
					"Quita el campo «" + key + "», y hay procesos en marcha que usan este formulario (" + running
							+ ").",
					"Déjelo mientras haya casos en marcha, o haga otro formulario con otro identificador.")));
		}
	}

	private static void refuse(FormFile form, JsonNode component, String what, String how, Findings findings) {
		String id = component.path("key").asText(component.path("id").asText());
		findings.add(Problem.refused(form.path(), id, component.path("label").asText(null), what, how));
	}

}
