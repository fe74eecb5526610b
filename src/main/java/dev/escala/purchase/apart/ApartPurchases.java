package dev.escala.purchase.apart;

import java.time.Clock;
import java.util.List;
import java.util.Objects;

import dev.escala.customer.Customer;
import dev.escala.customer.Customers;
import dev.escala.purchase.PurchaseBook;
import dev.escala.reference.UserId;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;
import dev.escala.web.Page;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Purchases of customers that nobody knows: shown, and given to whom they belong. */
@Service
public class ApartPurchases {

	private static final int SIZE = 50;

	private final ApartRepository repository;

	private final PurchaseBook book;

	private final Customers customers;

	private final Clock clock;

	ApartPurchases(ApartRepository repository, PurchaseBook book, Customers customers, Clock clock) {
		this.repository = repository;
		this.book = book;
		this.customers = customers;
		this.clock = clock;
	}

	/**
	 * A page of them.
	 * @param page from 0
	 */
	public Page<Apart> page(int page) {
		return new Page<>(this.repository.list((long) page * SIZE, SIZE), page, SIZE, this.repository.count());
	}

	/**
	 * Gives them to a customer, with all that comes later under the same name.
	 * @param called how the sender calls the customer, or empty with a document
	 * @param document number of one document of which the sender says nothing
	 * @param code the customer's code
	 * @return how many documents; none where somebody was faster
	 * @throws InvalidInputException where there is no such customer
	 */
	@Transactional
	public int assign(String called, String document, String code, UserId by) {
		Customer customer = this.customers.findByCode(Objects.requireNonNullElse(code, ""))
			.orElseThrow(() -> new InvalidInputException("code",
					"No hay ningún cliente con el código «" + Objects.requireNonNullElse(code, "").strip()
							+ "». Búsquelo en Clientes, o delo de alta primero."));
		boolean named = called != null && !called.isBlank();
		if (!named && (document == null || document.isBlank())) {
			throw new NotFoundException("Diga qué compras se asignan: un nombre o un documento.");
		}
		this.book.turn();
		List<String> assigned;
		if (named) {
			this.repository.remember(called, customer.id(), by, this.clock.instant());
			assigned = this.repository.assign(called, customer.id());
		}
		else {
			assigned = this.repository.assignDocument(document, customer.id());
		}
		this.book.count(assigned);
		return assigned.size();
	}

}
