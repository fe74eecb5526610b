package dev.escala.access.web;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import dev.escala.access.Role;
import dev.escala.support.CaseDriver;
import dev.escala.support.EscalaTest;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

@EscalaTest
class PageNonceTests {

	private static final Pattern IN_HEADER = Pattern.compile("'nonce-([^']+)'");

	private static final Pattern IN_PAGE = Pattern.compile("nonce=\"([^\"]+)\"");

	@Autowired
	private ProcessEngine engine;

	@LocalServerPort
	private int port;

	@Test
	@DisplayName("However many people load Tasklist at once, each page may run its own scripts")
	void everyPageHasTheNonceOfItsHeader() {
		// Without an administrator Camunda leads to its set-up page.
		new CaseDriver(this.engine).person("nonceadmin", Role.ADMINISTRATORS);
		HttpClient client = HttpClient.newHttpClient();
		HttpRequest page = HttpRequest
			.newBuilder(URI.create("http://127.0.0.1:" + this.port + "/camunda/app/tasklist/default/"))
			.build();

		List<CompletableFuture<HttpResponse<String>>> pages = IntStream.range(0, 300)
			.mapToObj((n) -> client.sendAsync(page, HttpResponse.BodyHandlers.ofString()))
			.toList();

		assertThat(pages).map(CompletableFuture::join).allSatisfy((response) -> {
			assertThat(response.statusCode()).isEqualTo(200);
			String nonce = first(IN_HEADER, response.headers().firstValue("Content-Security-Policy").orElseThrow());
			assertThat(first(IN_PAGE, response.body())).isEqualTo(nonce);
		});
		assertThat(pages.stream()
			.map(CompletableFuture::join)
			.map((response) -> first(IN_PAGE, response.body()))
			.distinct()).hasSize(300);
	}

	private static String first(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		assertThat(matcher.find()).as(text).isTrue();
		return matcher.group(1);
	}

}
