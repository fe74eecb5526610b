package dev.escala.customer.web;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;

import dev.escala.access.CurrentUser;
import dev.escala.customer.Customer;
import dev.escala.customer.CustomerImport;
import dev.escala.customer.Customers;
import dev.escala.customer.ImportReport;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.visibility.Visibility;
import dev.escala.web.CsvUpload;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.IfMatch;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Customers over HTTP. Everybody reads them, their contacts only who has to do with them;
 * those who work with customers write.
 */
@RestController
@RequestMapping(path = "/api/customers", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Clientes")
class CustomerController {

	private static final String PATH = "/api/customers";

	private final Customers customers;

	private final CustomerImport imports;

	private final CurrentUser user;

	private final IdempotencyKeys idempotencyKeys;

	private final Visibility visibility;

	private final CustomerEditors editors;

	CustomerController(Customers customers, CustomerImport imports, CurrentUser user, IdempotencyKeys idempotencyKeys,
			Visibility visibility, CustomerEditors editors) {
		this.editors = editors;
		this.visibility = visibility;
		this.customers = customers;
		this.imports = imports;
		this.user = user;
		this.idempotencyKeys = idempotencyKeys;
	}

	@Operation(summary = "Crea un cliente",
			description = "Con la misma cabecera Idempotency-Key, la misma petición crea el cliente una sola vez "
					+ "y siempre se responde 201 con la misma dirección.")
	@PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Customer> create(@RequestBody CustomerBody body,
			@RequestHeader(name = "Idempotency-Key", required = false) String key) {
		this.editors.require();
		SaveCustomer command = body.toCommand(body.code());
		String code = this.idempotencyKeys.once(key, this.user.id().map(UserId::value).orElse(""), PATH,
				IdempotencyKeys.fingerprint(command), () -> this.customers.create(command).code());
		Customer customer = known(code);
		return ResponseEntity.created(URI.create(PATH + "/" + code)).eTag(Customers.version(customer)).body(customer);
	}

	@Operation(summary = "Sustituye lo que se sabe de un cliente",
			description = "Con la cabecera If-Match (el ETag de la consulta), solo si nadie lo ha cambiado entretanto: "
					+ "si no, 412.")
	@PutMapping(path = "/{code}", consumes = MediaType.APPLICATION_JSON_VALUE)
	ResponseEntity<Customer> replace(@PathVariable String code, @RequestBody CustomerBody body,
			@RequestHeader(name = "If-Match", required = false) String ifMatch) {
		this.editors.require();
		Customer present = known(code);
		if (body.code() != null && !body.code().strip().equalsIgnoreCase(present.code())) {
			throw new InvalidInputException("code",
					"El código no se puede cambiar: en la dirección dice " + present.code() + ".");
		}
		SaveCustomer command = body.toCommand(present.code());
		return answer(IfMatch.replace(ifMatch, (seen) -> this.customers.replace(command, seen),
				() -> this.customers.replace(command)));
	}

	@Operation(summary = "Consulta un cliente por su código")
	@GetMapping("/{code}")
	ResponseEntity<Customer> get(@PathVariable String code) {
		Customer customer = known(code);
		return ResponseEntity.ok()
			.eTag(Customers.version(customer))
			.body(this.visibility.readsContacts(customer.id()) ? customer : customer.withoutContacts());
	}

	@Operation(
			summary = "Busca clientes por palabras del código, del nombre y, quien los ve, de los contactos, y por nivel",
			description = "page desde 0; size de 1 a 200 (50 si falta); sort: code, name o tier, "
					+ "con un signo menos delante para el orden inverso.")
	@GetMapping
	Page<Customer> search(@RequestParam(required = false) String search, @RequestParam(required = false) String tier,
			@RequestParam(required = false) String page, @RequestParam(required = false) String size,
			@RequestParam(required = false) String sort) {
		Fields fields = new Fields();
		String text = fields.optional("search", "el texto que se busca", search, 200);
		Tier wanted = fields.optionalOneOf("tier", "el nivel del contrato", tier, Tier.class);
		PageRequest part = PageRequest.read(fields, page, size, sort, Customers.SORTABLE, "name");
		fields.done();
		boolean contacts = this.visibility.seen().allContacts();
		Page<Customer> found = this.customers.search(text, contacts, wanted, part);
		return contacts ? found : found.map(Customer::withoutContacts);
	}

	@Operation(summary = "Importa clientes de un CSV enviado como contenido",
			description = "Columnas: code, name, tier, language, contact_name, contact_email, contact_phone, "
					+ "service_code, service_name, product. Varias filas del mismo código añaden contactos y servicios.")
	@PostMapping(path = "/import", consumes = "text/csv")
	ImportReport importBody(InputStream body) throws IOException {
		this.editors.require();
		try (CsvUpload upload = CsvUpload.of(body)) {
			return this.imports.run(upload);
		}
	}

	@Operation(summary = "Importa clientes de un fichero CSV", description = "La parte se llama file.")
	@PostMapping(path = "/import", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
	ImportReport importFile(@RequestPart("file") MultipartFile file) throws IOException {
		this.editors.require();
		try (InputStream content = file.getInputStream(); CsvUpload upload = CsvUpload.of(content)) {
			return this.imports.run(upload);
		}
	}

	private Customer known(String code) {
		return this.customers.findByCode(code)
			.orElseThrow(() -> new NotFoundException("No hay ningún cliente con ese código."));
	}

	private static ResponseEntity<Customer> answer(Customer customer) {
		return ResponseEntity.ok().eTag(Customers.version(customer)).body(customer);
	}

}
