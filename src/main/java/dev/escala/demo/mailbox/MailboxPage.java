package dev.escala.demo.mailbox;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import dev.escala.demo.DemoProgress;
import dev.escala.demo.OnlyInDemo;
import dev.escala.text.Dates;
import dev.escala.text.Shortening;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Conditional;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The mailbox in the browser; works without JavaScript and allows none. */
@Controller
@OnlyInDemo
@Conditional(NoMailServerConfigured.class)
@RequestMapping("/buzon")
class MailboxPage {

	private static final int PAGE_SIZE = 25;

	private static final int LONGEST_SEARCH = 200;

	private final Mailbox mailbox;

	private final DemoProgress progress;

	private final DateTimeFormatter when;

	MailboxPage(Mailbox mailbox, DemoProgress progress, @Value("${escala.zone}") ZoneId zone) {
		this.mailbox = mailbox;
		this.progress = progress;
		this.when = Dates.inLists(zone);
	}

	/**
	 * What is shown was written by anybody: no script runs, nothing is fetched from
	 * elsewhere, and the mail's own HTML lies in a frame without rights.
	 */
	@ModelAttribute
	void protect(HttpServletResponse response) {
		response.setHeader("Content-Security-Policy", "default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
				+ "form-action 'self'; base-uri 'none'; frame-ancestors 'self'");
		response.setHeader("Referrer-Policy", "no-referrer");
		response.setHeader("X-Content-Type-Options", "nosniff");
		response.setHeader("Cache-Control", "no-store");
	}

	@GetMapping
	String list(@RequestParam(name = "texto", defaultValue = "") String text,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		String search = Shortening.beginning(text, LONGEST_SEARCH);
		List<Mail> found = this.mailbox.find(search);
		int pages = Math.max(1, (found.size() + PAGE_SIZE - 1) / PAGE_SIZE);
		int page = Math.min(number(wantedPage), pages);
		model.addAttribute("progress", this.progress);
		model.addAttribute("text", search.strip());
		model.addAttribute("total", found.size());
		model.addAttribute("page", page);
		model.addAttribute("pages", pages);
		model.addAttribute("when", this.when);
		model.addAttribute("mails", found.subList((page - 1) * PAGE_SIZE, Math.min(page * PAGE_SIZE, found.size())));
		return "mailbox/list";
	}

	@GetMapping("/{id}")
	String show(@PathVariable String id, Model model, HttpServletResponse response) {
		Optional<Mail> mail = this.mailbox.get(id);
		if (mail.isEmpty()) {
			response.setStatus(HttpStatus.NOT_FOUND.value());
			return "mailbox/missing";
		}
		model.addAttribute("mail", mail.get());
		model.addAttribute("when", this.when);
		return "mailbox/mail";
	}

	/** Written by anybody, it is saved, never shown or run as part of Escala. */
	@GetMapping("/{id}/archivos/{index:\\d{1,3}}")
	ResponseEntity<byte[]> file(@PathVariable String id, @PathVariable int index) {
		return this.mailbox.file(id, index)
			.map((file) -> ResponseEntity.ok()
				.contentType(MediaType.APPLICATION_OCTET_STREAM)
				.header(HttpHeaders.CONTENT_DISPOSITION,
						ContentDisposition.attachment()
							.filename(file.name(), StandardCharsets.UTF_8)
							.build()
							.toString())
				.body(file.content()))
			.orElseGet(() -> ResponseEntity.notFound().build());
	}

	/** A page number out of the address; what is none means the first page. */
	private static int number(String text) {
		return text.matches("[1-9]\\d{0,6}") ? Integer.parseInt(text) : 1;
	}

}
