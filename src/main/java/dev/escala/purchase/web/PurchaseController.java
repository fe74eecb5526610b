package dev.escala.purchase.web;

import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.purchase.apart.Apart;
import dev.escala.purchase.apart.ApartPurchases;
import dev.escala.purchase.CustomerPurchases;
import dev.escala.purchase.PurchaseImport;
import dev.escala.purchase.Purchases;
import dev.escala.purchase.SentPurchases;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;
import dev.escala.validation.NotFoundException;
import dev.escala.visibility.Visibility;
import dev.escala.web.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Purchases over HTTP. */
@RestController
@RequestMapping(path = "/api", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Compras")
class PurchaseController {

	private final Purchases purchases;

	private final ApartPurchases apart;

	private final Customers customers;

	private final Visibility visibility;

	private final CurrentUser user;

	PurchaseController(Purchases purchases, ApartPurchases apart, Customers customers, Visibility visibility,
			CurrentUser user) {
		this.purchases = purchases;
		this.apart = apart;
		this.customers = customers;
		this.visibility = visibility;
		this.user = user;
	}

	@Operation(summary = "Guarda documentos de venta: todos o ninguno",
			description = "Un documento que ya está con las mismas líneas no cambia nada; con otras se rechaza diciendo en "
					+ "qué difiere. cancels nombra el documento que anula: sin líneas, entero. Los importes van en céntimos. "
					+ "Las compras de un cliente desconocido se guardan aparte hasta que alguien diga de quién son.")
	@PostMapping("/purchases")
	PurchaseImport.Counts take(@RequestBody SentPurchases sent) {
		return this.purchases.take(sent, this.user.id().orElseThrow());
	}

	@Operation(summary = "Las compras de clientes que no se conocen, por el nombre que les da quien las envía",
			description = "page desde 0; cincuenta en cada una.")
	@GetMapping("/purchases/apart")
	Page<Apart> apart(@RequestParam(defaultValue = "0") String page) {
		if (!page.matches("\\d{1,6}")) {
			Fields fields = new Fields();
			fields.refuse("page", "La página es un número desde 0.");
			fields.done();
		}
		return this.apart.page(Integer.parseInt(page));
	}

	@Operation(summary = "Dice de qué cliente son las compras que se guardan aparte",
			description = "called es como lo llama quien las envía, y vale también para lo que llegue después; document, "
					+ "el número de un documento que no nombra a nadie; code, el código del cliente.")
	@PostMapping("/purchases/apart")
	Map<String, Integer> assign(@RequestBody Assignment sent) {
		return Map.of("documents",
				this.apart.assign(sent.called(), sent.document(), sent.code(), this.user.id().orElseThrow()));
	}

	@Operation(summary = "Lo que compró un cliente en los últimos doce meses, y sus últimos documentos",
			description = "Lo ve quien ve también sus contactos.")
	@GetMapping("/customers/{code}/purchases")
	CustomerPurchases of(@PathVariable String code) {
		Customer customer = this.customers.findByCode(code)
			.orElseThrow(() -> new NotFoundException("No hay ningún cliente con ese código."));
		if (!this.visibility.readsContacts(customer.id())) {
			throw new ForbiddenException(
					"Lo que compra un cliente lo ve quien lleva algo suyo, los agentes y la supervisión.");
		}
		return this.purchases.of(customer.id());
	}

	/**
	 * Whose purchases are.
	 *
	 * @param called how the sender calls the customer
	 * @param document a document that names nobody
	 * @param code the customer's code
	 */
	record Assignment(String called, String document, String code) {
	}

}
