package dev.escala.lessons.web;

import java.util.List;

import dev.escala.lessons.Lesson;
import dev.escala.lessons.Lessons;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The register of lessons learned, for staff. */
@RestController
@RequestMapping("/api/lessons")
class LessonController {

	private final Lessons lessons;

	LessonController(Lessons lessons) {
		this.lessons = lessons;
	}

	@GetMapping
	LessonPage search(@RequestParam(required = false) String search, @RequestParam(defaultValue = "0") int page,
			@RequestParam(defaultValue = "20") int size) {
		Lessons.Found found = this.lessons.search(search, page, size);
		return new LessonPage(found.lessons(), page, size, found.total());
	}

	record LessonPage(List<Lesson> items, int page, int size, long total) {
	}

}
