package dev.escala.lessons.web;

import java.time.ZoneId;

import dev.escala.access.Staff;
import dev.escala.lessons.Lesson;
import dev.escala.lessons.Lessons;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The register of lessons in the browser, for all staff. */
@Controller
class LessonPage extends StaffPage {

	private static final int SIZE = 25;

	private final Lessons lessons;

	private final Staff staff;

	LessonPage(Lessons lessons, Staff staff, @Value("${escala.zone}") ZoneId zone) {
		super("lessons", "No puede ver las lecciones", zone);
		this.lessons = lessons;
		this.staff = staff;
	}

	@GetMapping("/lecciones")
	String list(@RequestParam(name = "texto", defaultValue = "") String wantedText,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		String text = search(wantedText.replaceAll("\\p{Cntrl}", " "));
		Page<Lesson> page = page(text, number(wantedPage));
		if (page.page() >= page.pages()) {
			page = page(text, (int) page.pages());
		}
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("text", text);
		model.addAttribute("lessons", page);
		model.addAttribute("names", this.staff.namesOf(page.items().stream().map(Lesson::author).distinct().toList()));
		model.addAttribute("page", page.page() + 1);
		model.addAttribute("pages", page.pages());
		return "lessons/list";
	}

	private Page<Lesson> page(String text, int number) {
		return this.lessons.search(text, new PageRequest(number - 1, SIZE, "-recordedAt"));
	}

}
