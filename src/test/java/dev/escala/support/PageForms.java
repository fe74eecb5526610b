package dev.escala.support;

import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

import static org.assertj.core.api.Assertions.assertThat;

/** Reads pages and sends their forms as a browser without scripts does. */
public final class PageForms {

	private final StaffClient person;

	private HttpResponse<String> answer;

	public PageForms(StaffClient person) {
		this.person = person;
	}

	/**
	 * A page without its keys and tokens, in which any short word turns up by chance one
	 * day: what is not to be on a page is looked for in this.
	 */
	public static String withoutTokens(String page) {
		return page.replaceAll("[A-Za-z0-9_=-]{40,}", "");
	}

	/** Reads a page, which has to be there. */
	public Document open(String path) {
		this.answer = this.person.send("GET", path, "Accept", "text/html");
		assertThat(this.answer.statusCode()).as(this.answer.body()).isEqualTo(200);
		return document();
	}

	/** What asking for a page gives. */
	public int status(String path) {
		return this.person.send("GET", path, "Accept", "text/html").statusCode();
	}

	/**
	 * Sends a form of a page with what stands in it, but for what is changed.
	 * @param changes names and values in turn; {@code null} leaves a field out
	 * @return what came back; a redirect is followed
	 */
	public Document send(Document page, String form, String... changes) {
		Element sent = page.select(form).first();
		assertThat(sent).as(form).isNotNull();
		Map<String, String> fields = new LinkedHashMap<>();
		sent.select("input, select, textarea").forEach((field) -> {
			boolean ticked = !field.attr("type").matches("checkbox|radio") || field.hasAttr("checked");
			if (!field.attr("name").isEmpty() && ticked) {
				fields.put(field.attr("name"), value(field));
			}
		});
		for (int i = 0; i < changes.length; i += 2) {
			fields.put(changes[i], changes[i + 1]);
		}
		StringBuilder body = new StringBuilder();
		fields.forEach((name, value) -> {
			if (value != null) {
				body.append(body.isEmpty() ? "" : "&").append(encode(name)).append('=').append(encode(value));
			}
		});
		this.answer = this.person.submit("POST", sent.attr("action"), "application/x-www-form-urlencoded",
				body.toString(), "Accept", "text/html");
		if (this.answer.statusCode() == 302) {
			String place = this.answer.headers().firstValue("Location").orElseThrow();
			return open(place.replaceFirst("^https?://[^/]+", ""));
		}
		return document();
	}

	/** The status of the last answer. */
	public int status() {
		return this.answer.statusCode();
	}

	private Document document() {
		return Jsoup.parse(this.answer.body());
	}

	private static String value(Element field) {
		if (!field.tagName().equals("select")) {
			return field.tagName().equals("textarea") ? field.wholeText() : field.attr("value");
		}
		Element chosen = field.select("option[selected]").first();
		Element first = field.select("option").first();
		return (chosen != null) ? chosen.attr("value") : (first == null) ? "" : first.attr("value");
	}

	private static String encode(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8);
	}

}
