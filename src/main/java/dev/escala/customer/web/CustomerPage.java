package dev.escala.customer.web;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import dev.escala.customer.Customer;
import dev.escala.customer.CustomerFacts;
import dev.escala.customer.CustomerSections;
import dev.escala.customer.Customers;
import dev.escala.customer.Product;
import dev.escala.customer.Tier;
import dev.escala.customer.UndeliverableAddressRepository;
import dev.escala.validation.ConflictException;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.validation.ZoneField;
import dev.escala.visibility.Visibility;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import dev.escala.web.StaffPage;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Customers in the browser. Everybody reads them, their contacts only who has to do with
 * them; {@link CustomerEditors} write.
 */
@Controller
@RequestMapping("/clientes")
class CustomerPage extends StaffPage {

	private static final int SIZE = 25;

	private final Customers customers;

	private final UndeliverableAddressRepository undeliverable;

	private final List<CustomerFacts> facts;

	private final List<CustomerSections> sections;

	private final CustomerEditors editors;

	private final Visibility visibility;

	CustomerPage(Customers customers, UndeliverableAddressRepository undeliverable, List<CustomerFacts> facts,
			List<CustomerSections> sections, CustomerEditors editors, Visibility visibility,
			@Value("${escala.zone}") ZoneId zone) {
		super("customers", "No puede cambiar clientes", zone);
		this.customers = customers;
		this.undeliverable = undeliverable;
		this.facts = facts;
		this.sections = sections;
		this.editors = editors;
		this.visibility = visibility;
	}

	@GetMapping
	String list(@RequestParam(name = "texto", defaultValue = "") String wantedText,
			@RequestParam(name = "nivel", defaultValue = "") String wantedTier,
			@RequestParam(name = "orden", defaultValue = "NOMBRE") String wantedOrder,
			@RequestParam(name = "pagina", defaultValue = "1") String wantedPage, Model model) {
		String text = search(wantedText.replaceAll("\\p{Cntrl}", " "));
		Tier tier = named(Tier.values(), wantedTier, null);
		Order order = named(Order.values(), wantedOrder, Order.NOMBRE);
		Page<Customer> page = page(text, tier, order, number(wantedPage));
		if (page.page() >= page.pages()) {
			page = page(text, tier, order, (int) page.pages());
		}
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("text", text);
		model.addAttribute("tier", tier);
		model.addAttribute("tiers", Tier.values());
		model.addAttribute("order", order);
		model.addAttribute("orders", Order.values());
		model.addAttribute("contacts", this.visibility.seen().allContacts());
		model.addAttribute("mayEdit", this.editors.mayEdit());
		model.addAttribute("customers", page);
		model.addAttribute("page", page.page() + 1);
		model.addAttribute("pages", page.pages());
		return "customers/list";
	}

	private Page<Customer> page(String text, Tier tier, Order order, int number) {
		return this.customers.search(text.isEmpty() ? null : text, this.visibility.seen().allContacts(), tier,
				new PageRequest(number - 1, SIZE, order.sort));
	}

	@GetMapping("/{code}")
	String show(@PathVariable String code, @RequestParam(name = "hecho", defaultValue = "") String done, Model model) {
		Customer customer = known(code);
		boolean contacts = this.visibility.readsContacts(customer.id());
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("customer", customer);
		model.addAttribute("contacts", contacts);
		model.addAttribute("undeliverable", contacts ? this.undeliverable.undeliverable(customer) : List.of());
		model.addAttribute("facts", this.facts.stream().flatMap((some) -> some.of(customer).stream()).toList());
		model.addAttribute("sections", this.sections.stream().flatMap((some) -> some.of(customer).stream()).toList());
		model.addAttribute("mayEdit", this.editors.mayEdit());
		model.addAttribute("done", done.equals("guardado"));
		return "customers/customer";
	}

	@GetMapping("/nuevo")
	String blank(Model model) {
		this.editors.require();
		return form(CustomerForm.empty(), null, Map.of(), model);
	}

	@GetMapping("/{code}/editar")
	String edit(@PathVariable String code, Model model) {
		this.editors.require();
		Customer customer = known(code);
		return form(CustomerForm.of(customer, Customers.version(customer)), customer, Map.of(), model);
	}

	@PostMapping("/nuevo")
	String create(@RequestParam Map<String, String> sent, Model model, HttpServletResponse response) {
		this.editors.require();
		CustomerForm form = CustomerForm.read(sent);
		try {
			return attempt(form, null, sent, model, response, () -> this.customers.create(form.toCommand(form.code())));
		}
		catch (ConflictException ex) {
			response.setStatus(HttpStatus.CONFLICT.value());
			return form(form, null, Map.of("code", ex.getMessage()), model);
		}
	}

	/** Of two who change the same customer, the second reads both and loses neither. */
	@PostMapping("/{code}/editar")
	String replace(@PathVariable String code, @RequestParam Map<String, String> sent, Model model,
			HttpServletResponse response) {
		this.editors.require();
		Customer present = known(code);
		CustomerForm form = CustomerForm.read(sent);
		try {
			return attempt(form, present, sent, model, response,
					() -> this.customers.replace(form.toCommand(present.code()), form.version()));
		}
		catch (ConflictException ex) {
			Customer saved = known(code);
			response.setStatus(HttpStatus.CONFLICT.value());
			model.addAttribute("saved", saved);
			return form(form.beside(saved, Customers.version(saved)), saved, Map.of(), model);
		}
	}

	/**
	 * What is wrong is shown beside its field, with what the person typed still there.
	 */
	private String attempt(CustomerForm form, Customer present, Map<String, String> sent, Model model,
			HttpServletResponse response, Supplier<Customer> save) {
		if (sent.containsKey("lineas")) {
			return form(form.withEmptyLines(3, 3), present, Map.of(), model);
		}
		if (!sent.containsKey(CustomerForm.END)) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return form(form, present, Map.of("form", "El formulario no llegó entero y no se ha guardado nada."),
					model);
		}
		try {
			return "redirect:/clientes/" + save.get().code() + "?hecho=guardado";
		}
		catch (InvalidInputException ex) {
			response.setStatus(HttpStatus.BAD_REQUEST.value());
			return form(form, present, form.placed(problems(ex)), model);
		}
	}

	/**
	 * Shows the form.
	 * @param present the customer that is changed, or {@code null} for a new one
	 */
	private String form(CustomerForm form, Customer present, Map<String, String> problems, Model model) {
		model.addAttribute("sheet", "page/admin");
		model.addAttribute("form", form.withEmptyLines(1, 1));
		model.addAttribute("customer", present);
		model.addAttribute("problems", problems);
		model.addAttribute("tiers", Tier.values());
		model.addAttribute("products", Product.values());
		model.addAttribute("zones", ZoneField.offered());
		return "customers/form";
	}

	private Customer known(String code) {
		return this.customers.findByCode(code)
			.orElseThrow(() -> new NotFoundException("No hay ningún cliente con ese código."));
	}

	/** The orders, as the address names them. */
	enum Order {

		NOMBRE("Por nombre", "name"), CODIGO("Por código", "code"), NIVEL("Primero los de más nivel", "-tier");

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
