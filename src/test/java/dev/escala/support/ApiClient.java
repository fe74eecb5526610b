package dev.escala.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;

/** A member of the staff who uses the API over real HTTP with HTTP Basic. */
public final class ApiClient {

	private static final ObjectMapper JSON = new ObjectMapper();

	private static final String PASSWORD = "correct-Horse-7-battery";

	private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	private final int port;

	private final String user;

	private ApiClient(int port, String user) {
		this.port = port;
		this.user = user;
	}

	/** Creates the user in the groups, unless an earlier test of this JVM did. */
	public static ApiClient of(int port, IdentityService identity, String userId, String... groups) {
		if (identity.createUserQuery().userId(userId).count() == 0) {
			User user = identity.newUser(userId);
			user.setFirstName(userId);
			user.setPassword(PASSWORD);
			identity.saveUser(user);
			for (String group : groups) {
				if (identity.createGroupQuery().groupId(group).count() == 0) {
					identity.saveGroup(identity.newGroup(group));
				}
				identity.createMembership(userId, group);
			}
		}
		return new ApiClient(port, userId);
	}

	public Answer get(String path, String... headers) {
		return send("GET", path, BodyPublishers.noBody(), headers);
	}

	public Answer post(String path, String json, String... headers) {
		return send("POST", path, BodyPublishers.ofString(json), with(headers, "application/json"));
	}

	public Answer put(String path, String json, String... headers) {
		return send("PUT", path, BodyPublishers.ofString(json), with(headers, "application/json"));
	}

	public Answer postCsv(String path, byte[] csv) {
		return send("POST", path, BodyPublishers.ofByteArray(csv), "Content-Type", "text/csv");
	}

	/** Sends anything; headers as names and values in turn. */
	public Answer send(String method, String path, BodyPublisher body, String... headers) {
		String login = Base64.getEncoder()
			.encodeToString((this.user + ":" + PASSWORD).getBytes(StandardCharsets.UTF_8));
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + this.port + path))
			.method(method, body)
			.header("Authorization", "Basic " + login);
		for (int i = 0; i < headers.length; i += 2) {
			request.header(headers[i], headers[i + 1]);
		}
		try {
			HttpResponse<String> response = this.http.send(request.build(), BodyHandlers.ofString());
			return new Answer(response);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	private static String[] with(String[] headers, String contentType) {
		List<String> all = new ArrayList<>(List.of(headers));
		if (!all.contains("Content-Type")) {
			all.addAll(List.of("Content-Type", contentType));
		}
		return all.toArray(String[]::new);
	}

	/** What came back. */
	public record Answer(HttpResponse<String> response) {

		public int status() {
			return this.response.statusCode();
		}

		public String text() {
			return this.response.body();
		}

		public String header(String name) {
			return this.response.headers().firstValue(name).orElse(null);
		}

		public JsonNode json() {
			try {
				return JSON.readTree(text());
			}
			catch (IOException ex) {
				throw new UncheckedIOException("Not JSON: " + text(), ex);
			}
		}

		/** The fields that a problem names. */
		public List<String> fields() {
			List<String> fields = new ArrayList<>();
			json().path("errors").forEach((error) -> fields.add(error.path("field").asText()));
			return fields;
		}

	}

}
