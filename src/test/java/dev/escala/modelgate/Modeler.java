package dev.escala.modelgate;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;

import dev.escala.support.StaffClient;

/** What Camunda Modeler sends when somebody deploys. */
public final class Modeler {

	private Modeler() {
	}

	/** As Modeler sends it: the fields, then each file under its own name. */
	public static HttpResponse<String> deploy(StaffClient client, String name, Map<String, String> fields,
			List<ModelFile> files) {
		StringBuilder body = new StringBuilder();
		field(body, "deployment-name", name);
		field(body, "deployment-source", "Camunda Modeler");
		fields.forEach((field, value) -> field(body, field, value));
		for (ModelFile file : files) {
			body.append("--x\r\nContent-Disposition: form-data; name=\"" + file.shortName() + "\"; filename=\""
					+ file.shortName() + "\"\r\nContent-Type: application/octet-stream\r\n\r\n"
					+ new String(file.content(), StandardCharsets.UTF_8) + "\r\n");
		}
		return client.submit("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=x",
				body.append("--x--\r\n").toString());
	}

	private static void field(StringBuilder body, String name, String value) {
		body.append("--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n");
	}

}
