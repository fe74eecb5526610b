package dev.escala.lessons.web;

import dev.escala.lessons.Lesson;
import dev.escala.lessons.Lessons;
import dev.escala.validation.Fields;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of lessons learned, for staff. */
@RestController
@RequestMapping(path = "/api/lessons", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Lecciones aprendidas")
class LessonController {

	private final Lessons lessons;

	LessonController(Lessons lessons) {
		this.lessons = lessons;
	}

	@Operation(summary = "Busca lecciones aprendidas que contienen todas las palabras",
			description = "El caso solo se nombra a quien puede verlo. sort: recordedAt, caseNumber o author, con un signo menos delante para el orden inverso; "
					+ "sin él, las más recientes primero.")
	@GetMapping
	Page<Lesson> search(@RequestParam(required = false) String search, @RequestParam(required = false) String page,
			@RequestParam(required = false) String size, @RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		PageRequest part = PageRequest.read(fields, page, size, sort, Lessons.SORTABLE, "-recordedAt");
		fields.done();
		return this.lessons.search(search, part);
	}

}
