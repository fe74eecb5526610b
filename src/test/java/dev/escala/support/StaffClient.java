package dev.escala.support;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;

/**
 * One person, or nobody, who calls the application over HTTP as a browser or a tool does.
 */
public final class StaffClient {

	private final CookieManager cookies = new CookieManager();

	private final HttpClient http = HttpClient.newBuilder().cookieHandler(this.cookies).build();

	private final String base;

	private String authorization;

	private StaffClient(int port) {
		this.base = "http://127.0.0.1:" + port;
	}

	/** Nobody. */
	public static StaffClient anonymous(int port) {
		return new StaffClient(port);
	}

	/** A tool that sends name and password with every request. */
	public static StaffClient basic(int port, String user, String password) {
		StaffClient client = new StaffClient(port);
		client.authorization = "Basic "
				+ Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
		return client;
	}

	/** A person who logged in to Tasklist. */
	public static StaffClient session(int port, String user, String password) {
		StaffClient client = new StaffClient(port);
		HttpResponse<String> answer = client.login(user, password);
		if (answer.statusCode() != 200) {
			throw new IllegalStateException("Login of " + user + " gave " + answer.statusCode());
		}
		// The session after the login gets its token with the next page.
		client.send("GET", "/camunda/app/tasklist/default/");
		return client;
	}

	/** Logs in to Tasklist, or tries to. */
	public HttpResponse<String> login(String user, String password) {
		send("GET", "/camunda/app/tasklist/default/");
		return submit("POST", "/camunda/api/admin/auth/user/default/login/tasklist",
				"application/x-www-form-urlencoded", "username=" + encode(user) + "&password=" + encode(password),
				"X-XSRF-TOKEN", cookie("XSRF-TOKEN").orElse("none"));
	}

	/** The browser has this cookie from before. */
	public StaffClient withCookie(String name, String value) {
		HttpCookie cookie = new HttpCookie(name, value);
		cookie.setPath("/");
		cookie.setVersion(0);
		this.cookies.getCookieStore().add(URI.create(this.base), cookie);
		return this;
	}

	/** Sends a request without a body. */
	public HttpResponse<String> send(String method, String path, String... headers) {
		return submit(method, path, null, null, headers);
	}

	/** Sends a request with a JSON body. */
	public HttpResponse<String> json(String method, String path, String body, String... headers) {
		return submit(method, path, "application/json", body, headers);
	}

	/** Sends a request; headers are names and values in turn. */
	public HttpResponse<String> submit(String method, String path, String type, String body, String... headers) {
		HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(this.base + path))
			.method(method, (body != null) ? BodyPublishers.ofString(body) : BodyPublishers.noBody());
		if (type != null) {
			request.header("Content-Type", type);
		}
		if (this.authorization != null) {
			request.header("Authorization", this.authorization);
		}
		if (headers.length > 0) {
			request.headers(headers);
		}
		try {
			return this.http.send(request.build(), BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new IllegalStateException(ex);
		}
	}

	/** The value of a cookie that the application has set. */
	public Optional<String> cookie(String name) {
		return this.cookies.getCookieStore()
			.getCookies()
			.stream()
			.filter((cookie) -> cookie.getName().equals(name))
			.map(HttpCookie::getValue)
			.findFirst();
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
