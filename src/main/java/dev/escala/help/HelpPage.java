package dev.escala.help;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.Map;

import dev.escala.validation.NotFoundException;
import dev.escala.web.StaffPage;
import jakarta.servlet.ServletContext;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;

/** The guide, for whoever works with Escala, in the state of this version. */
@Controller
@RequestMapping("/ayuda")
class HelpPage extends StaffPage {

	private static final Duration PICTURES_KEPT = Duration.ofHours(1);

	private final Map<Document, RenderedDocument> documents = new EnumMap<>(Document.class);

	HelpPage(ServletContext application, @Value("${escala.zone}") ZoneId zone) throws IOException {
		super("help", "No puede leer la ayuda", zone);
		DocumentRenderer renderer = new DocumentRenderer(application.getContextPath());
		for (Document document : Document.values()) {
			ClassPathResource file = new ClassPathResource(document.file() + ".md", HelpPage.class);
			this.documents.put(document, renderer.render(file.getContentAsString(StandardCharsets.UTF_8)));
		}
	}

	@GetMapping
	String guide(Model model) {
		return show(Document.GUIDE, model);
	}

	@GetMapping("/{document}")
	String document(@PathVariable String document, Model model) {
		return show(Document.named(document)
			.orElseThrow(() -> new NotFoundException("En la ayuda no hay nada con ese nombre.")), model);
	}

	@GetMapping("/images/{file}")
	ResponseEntity<ClassPathResource> picture(@PathVariable String file) {
		ClassPathResource picture = new ClassPathResource("images/" + file, HelpPage.class);
		if (!file.matches("[\\w-]+\\.png") || !picture.exists()) {
			throw new NotFoundException("Esa imagen no está en la ayuda.");
		}
		return ResponseEntity.ok()
			.contentType(MediaType.IMAGE_PNG)
			.cacheControl(CacheControl.maxAge(PICTURES_KEPT).cachePrivate())
			.body(picture);
	}

	private String show(Document document, Model model) {
		model.addAttribute("sheet", "help/style");
		model.addAttribute("documents", Document.values());
		model.addAttribute("shown", document);
		model.addAttribute("text", this.documents.get(document));
		return "help/document";
	}

}
