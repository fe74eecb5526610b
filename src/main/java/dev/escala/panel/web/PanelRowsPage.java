package dev.escala.panel.web;

import java.time.ZoneId;
import java.util.Map;
import java.util.function.IntFunction;

import dev.escala.access.Staff;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.panel.PanelRow;
import dev.escala.panel.PanelRows;
import dev.escala.panel.PanelScope;
import dev.escala.panel.SettledFilter;
import dev.escala.reference.UserId;
import dev.escala.web.Page;
import dev.escala.web.StaffPage;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Where the panel's numbers lead that count no cases: the promises and the corrective
 * actions that they count. What an address does not say clearly is left out.
 */
@Controller
class PanelRowsPage extends StaffPage {

	/** What an address calls those by whom promises are counted. */
	private static final Map<String, String> BY = Map.of("equipo", "team", "persona", "person", "cliente", "customer");

	private static final Map<String, Boolean> KEPT = Map.of("cumplidos", true, "rotos", false);

	private final PanelRows rows;

	private final Staff staff;

	private final Customers customers;

	PanelRowsPage(PanelRows rows, Staff staff, Customers customers, @Value("${escala.zone}") ZoneId zone) {
		super("panel", "No puede ver el panel", zone);
		this.rows = rows;
		this.staff = staff;
		this.customers = customers;
	}

	@GetMapping("/panel/compromisos")
	String promises(@RequestParam(name = "por", defaultValue = "") String by,
			@RequestParam(name = "de", defaultValue = "") String id,
			@RequestParam(name = "estado", defaultValue = "") String state,
			@RequestParam(name = "semanas", defaultValue = "") String weeks,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		String of = search(id);
		String kind = of.isEmpty() ? null : BY.get(by);
		int span = weeks.isEmpty() ? PanelScope.WEEKS : Math.min(53, number(weeks));
		SettledFilter filter = new SettledFilter(kind, of, KEPT.get(state), span);
		fill(model, (number) -> this.rows.promises(filter, number), number(wantedPage));
		model.addAttribute("filter", filter);
		model.addAttribute("by", (kind == null) ? null : by);
		model.addAttribute("state", KEPT.containsKey(state) ? state : null);
		model.addAttribute("whose", (kind == null) ? null : name(kind, of));
		return "panel/promises";
	}

	private String name(String by, String id) {
		return switch (by) {
			case "team" -> this.staff.groupName(id);
			case "person" -> this.staff.nameOf(new UserId(id));
			default -> this.customers.findByCode(id).map(Customer::name).orElse(id);
		};
	}

	@GetMapping("/panel/acciones")
	String actions(@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		fill(model, this.rows::overdueActions, number(wantedPage));
		return "panel/actions";
	}

	private static void fill(Model model, IntFunction<? extends Page<? extends PanelRow>> read, int wanted) {
		Page<? extends PanelRow> page = read.apply(wanted);
		if (page.page() >= page.pages()) {
			page = read.apply((int) page.pages());
		}
		model.addAttribute("rows", page);
		model.addAttribute("page", page.page() + 1);
		model.addAttribute("pages", page.pages());
		model.addAttribute("sheet", "panel/style");
	}

}
