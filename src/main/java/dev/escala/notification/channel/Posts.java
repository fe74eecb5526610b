package dev.escala.notification.channel;

import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.escala.notification.Channel;
import dev.escala.notification.Message;
import dev.escala.notification.TeamNotice;
import dev.escala.notification.template.MailTemplates;

import org.springframework.stereotype.Component;

/** Writes what endpoints get. */
@Component
public class Posts {

	private static final Locale SPANISH = Locale.forLanguageTag("es");

	private static final ObjectMapper JSON = new ObjectMapper();

	private final MailTemplates templates;

	private final Clock clock;

	Posts(MailTemplates templates, Clock clock) {
		this.templates = templates;
		this.clock = clock;
	}

	/** The subject of the mail that people get, as one line. */
	public String headline(TeamNotice notice) {
		String subject = this.templates
			.render(new Message(notice.caseNumber(), notice.step(), null, null, notice.template(), SPANISH,
					notice.model()))
			.subject();
		return subject.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
	}

	/** The text that an endpoint of this channel gets. */
	public String text(Channel channel, TeamNotice notice, String headline) {
		return (channel == Channel.SLACK) ? chat(notice, headline) : json(notice);
	}

	private String json(TeamNotice notice) {
		Map<String, Object> payload = new LinkedHashMap<>();
		payload.put("type", notice.type());
		payload.put("timestamp", this.clock.instant().toString());
		payload.put("data", notice.data());
		try {
			return JSON.writeValueAsString(payload);
		}
		catch (JsonProcessingException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String chat(TeamNotice notice, String headline) {
		List<String> lines = new ArrayList<>();
		lines.add("*" + SlackText.escape(headline) + "*");
		line(lines, "Asunto", notice.model().get("subject"));
		line(lines, "Gravedad", notice.model().get("severityLabel"));
		line(lines, "Vencía", notice.model().get("dueText"));
		line(lines, "Nivel", notice.model().get("level"));
		Object link = notice.model().get("link");
		if (link != null && link.toString().matches("https?://[^\\s<>|]+")) {
			lines.add("<" + link + "|Abrir en Escala>");
		}
		return String.join("\n", lines);
	}

	private static void line(List<String> lines, String label, Object value) {
		if (value != null && !value.toString().isBlank()) {
			lines.add(label + ": " + SlackText.escape(value.toString()));
		}
	}

}
