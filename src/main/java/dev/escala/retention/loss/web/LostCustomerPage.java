package dev.escala.retention.loss.web;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.retention.loss.LossCauses;
import dev.escala.retention.loss.LostCustomer;
import dev.escala.retention.loss.LostCustomers;
import dev.escala.retention.loss.SaidLoss;
import dev.escala.retention.value.LifetimeSales;
import dev.escala.staffing.PersonNames;
import dev.escala.text.Dates;
import dev.escala.text.SpreadsheetLines;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Lost customers in the browser: the figures of twelve months, and the register. */
@Controller
@RequestMapping("/retencion/perdidos")
class LostCustomerPage extends StaffPage {

	private static final int SIZE = 25;

	private final LostCustomers lost;

	private final LossCauses causes;

	private final PersonNames names;

	private final CurrentUser user;

	LostCustomerPage(LostCustomers lost, LossCauses causes, PersonNames names, CurrentUser user,
			@Value("${escala.zone}") ZoneId zone) {
		super("retention", "No puede ver los clientes perdidos", zone);
		this.lost = lost;
		this.causes = causes;
		this.names = names;
		this.user = user;
	}

	@GetMapping
	String show(@RequestParam(name = "texto", defaultValue = "") String text,
			@RequestParam(name = "orden", defaultValue = "") String order,
			@RequestParam(name = "pagina", defaultValue = "1") String page,
			@RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		model.addAttribute("done", done.equals("apuntado"));
		return show(search(text.replaceAll("\\p{Cntrl}", " ")), named(Order.values(), order, Order.FECHA), number(page),
				Map.of(), Map.of(), model);
	}

	@PostMapping
	String record(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		try {
			this.lost.record(
					new SaidLoss(sent.get("customer"), sent.get("lostOn"), sent.get("cause"), sent.get("lesson")),
					this.user.id().orElseThrow());
			return "redirect:/retencion/perdidos?hecho=apuntado";
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return show("", Order.FECHA, 1, sent, problems(ex), model);
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return show("", Order.FECHA, 1, sent, Map.of("form", ex.getMessage()), model);
		}
	}

	@GetMapping("/exportar")
	void export(HttpServletResponse response) throws IOException {
		Map<String, LossCauses.Cause> known = new HashMap<>();
		List<LostCustomer> lines = this.lost.lastYear();
		response.setContentType("text/csv;charset=UTF-8");
		response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"clientes-perdidos.csv\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		try (SpreadsheetLines file = new SpreadsheetLines(response.getOutputStream())) {
			file.line("Cliente", "Nivel", "Se perdió el", "Caso", "Se le dejó ir", "Causa", "Se pudo evitar",
					"Qué se aprende", "Último año", "En juego", "Moneda", "En silencio", "Responsable", "Volvió el");
			for (LostCustomer one : lines) {
				file.line(one.customerName(), one.tier().label(), Dates.figures(one.lostOn()),
						(one.number() == null) ? "" : one.number().value(), yes(one.letGo()),
						known.computeIfAbsent(one.cause(), this.causes::cause).label(), yes(one.worrying()),
						one.lesson(), amount(one.atStake().yearlyCents()), amount(one.atStake().cents()),
						one.atStake().isKnown() ? one.atStake().currency() : "", yes(one.silent()), owner(one),
						one.isBack() ? Dates.figures(one.backOn()) : "");
			}
		}
	}

	private String show(String text, Order order, int page, Map<String, String> typed, Map<String, String> problems,
			Model model) {
		Page<LostCustomer> found = page(text, order, page);
		if (found.page() >= found.pages()) {
			found = page(text, order, (int) found.pages());
		}
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("typed", typed);
		model.addAttribute("problems", problems);
		model.addAttribute("text", text);
		model.addAttribute("order", order);
		model.addAttribute("orders", Order.values());
		model.addAttribute("causes", this.causes.all());
		model.addAttribute("figures", this.lost.figures());
		model.addAttribute("source", LifetimeSales.source());
		Map<String, LossCauses.Cause> known = new HashMap<>();
		model.addAttribute("lost",
				found.map((one) -> new Line(one, known.computeIfAbsent(one.cause(), this.causes::cause).label(),
						Dates.figures(one.lostOn()), one.isBack() ? Dates.figures(one.backOn()) : null, owner(one))));
		model.addAttribute("page", found.page() + 1);
		model.addAttribute("pages", found.pages());
		return "retention/lost";
	}

	private Page<LostCustomer> page(String text, Order order, int page) {
		return this.lost.page(text.isEmpty() ? null : text, null, new PageRequest(page - 1, SIZE, order.sort));
	}

	private String owner(LostCustomer one) {
		return (one.ownerId() == null) ? "Nadie" : this.names.name(one.ownerId());
	}

	private static String yes(boolean value) {
		return value ? "sí" : "no";
	}

	private static String amount(Long cents) {
		return (cents == null) ? "" : BigDecimal.valueOf(cents, 2).toPlainString().replace('.', ',');
	}

	/**
	 * A line of the register.
	 *
	 * @param one the loss
	 * @param cause what the cause is called
	 * @param lostOn the day, as people write it
	 * @param backOn the day on which they were back, or {@code null}
	 * @param owner the name of who answered for them
	 */
	public record Line(LostCustomer one, String cause, String lostOn, String backOn, String owner) {
	}

	/** The orders, as the address names them. */
	enum Order {

		FECHA("Los últimos primero", "-lostOn"), VALOR("Primero lo que más valía", "-value"),
		CLIENTE("Por cliente", "customer");

		private final String label;

		private final String sort;

		Order(String label, String sort) {
			this.label = label;
			this.sort = sort;
		}

		public String label() {
			return this.label;
		}

	}

}
