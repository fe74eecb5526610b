package dev.escala.access.frame;

import java.util.List;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** The menu for Tasklist's header. */
@RestController
@Tag(name = "Menú")
class MenuController {

	private final Menu menu;

	MenuController(Menu menu) {
		this.menu = menu;
	}

	/** What the caller may open, as from Tasklist. */
	@Operation(summary = "Qué páginas puede abrir quien llama", description = "Lo usa la cabecera de Tasklist.")
	@GetMapping("/api/menu")
	MenuView menu() {
		Authentication caller = SecurityContextHolder.getContext().getAuthentication();
		return new MenuView(this.menu.entries(caller, Place.TASKS.path()), this.menu.isOpen(Place.CASES, caller));
	}

	/**
	 * The menu.
	 *
	 * @param searchable whether there is a search over all cases, at {@code /casos}
	 */
	record MenuView(List<MenuEntry> entries, boolean searchable) {
	}

}
