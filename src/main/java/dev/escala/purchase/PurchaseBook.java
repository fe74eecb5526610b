package dev.escala.purchase;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

import dev.escala.customer.Customers;
import dev.escala.customer.SaveCustomer;
import dev.escala.customer.Tier;
import dev.escala.database.Turns;
import dev.escala.purchase.DocumentRepository.Difference;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes documents whose lines were read: each once, whole or not at all, and with it the
 * months that it changes.
 */
@Component
public class PurchaseBook {

	/** One after the other, on all nodes: months are written anew from their lines. */
	private static final long TURN = 7_250_081L;

	private static final int AT_ONCE = 500;

	private static final Pattern CODE = Pattern.compile("[A-Z0-9_-]{2,20}");

	private final DocumentRepository documents;

	private final PurchaseMonthRepository months;

	private final Customers customers;

	private final Turns turns;

	private final Clock clock;

	PurchaseBook(DocumentRepository documents, PurchaseMonthRepository months, Customers customers, Turns turns,
			Clock clock) {
		this.documents = documents;
		this.months = months;
		this.customers = customers;
		this.turns = turns;
		this.clock = clock;
	}

	/**
	 * Takes some of the documents of an import that wait, in the caller's transaction.
	 * @param create whether customers are created that we do not know
	 * @return how many customers were created, or -1 where no document waits
	 */
	@Transactional(propagation = Propagation.MANDATORY)
	public int take(long importId, boolean create, UserId by) {
		this.turns.take(TURN);
		List<String> next = this.documents.next(importId, AT_ONCE);
		if (next.isEmpty()) {
			return -1;
		}
		this.documents.refuseIncomplete(importId, next);
		this.documents.refuseMixed(importId, next);
		this.documents.refuseLostCancellations(importId, next);
		this.documents.markKnown(importId, next);
		this.documents.differences(importId, next)
			.forEach((one) -> this.documents.refuse(importId, one.document(), told(one)));
		int created = create ? create(this.documents.unknownCustomers(importId, next)) : 0;
		this.documents.insert(importId, next, by, this.clock.instant());
		this.documents.assignByCode(next);
		this.documents.markTaken(importId, next);
		count(next);
		return created;
	}

	/** Waits for the turn of whoever changes what counts. */
	public void turn() {
		this.turns.take(TURN);
	}

	/** Counts the months anew that documents are of, or that they took back. */
	public void count(List<String> documents) {
		List<CustomerId> touched = this.documents.customersOf(documents);
		List<String> changed = new ArrayList<>(documents);
		List<String> cancelling = this.months.cancel(touched);
		while (!cancelling.isEmpty()) {
			changed.addAll(cancelling);
			cancelling = this.months.cancel(touched);
		}
		this.months.count(changed);
	}

	private int create(List<String> unknown) {
		List<String> codes = unknown.stream()
			.map((text) -> text.toUpperCase(Locale.ROOT))
			.filter((code) -> CODE.matcher(code).matches())
			.distinct()
			.toList();
		codes.forEach((code) -> this.customers
			.create(new SaveCustomer(code, "Cliente " + code, Tier.STANDARD, "es", List.of(), List.of())));
		return codes.size();
	}

	private static String told(Difference one) {
		StringBuilder told = new StringBuilder("El documento " + one.document() + " ya está, y con otros datos:");
		if (!one.hadOn().equals(one.sentOn())) {
			told.append(" era del ").append(one.hadOn()).append(" y este es del ").append(one.sentOn()).append(';');
		}
		if (!one.hadCustomer().equals(one.sentCustomer())) {
			told.append(" era de «").append(one.hadCustomer()).append("» y este es de «").append(one.sentCustomer());
			told.append("»;");
		}
		told.append(" tenía ").append(lines(one.hadLines(), one.hadCents(), one.hadCurrency()));
		told.append(" y este trae ").append(lines(one.sentLines(), one.sentCents(), one.sentCurrency()));
		if (one.what() != null) {
			told.append(" (").append(one.what().replaceAll(" +", " ")).append(')');
		}
		return told.append(". Vale el primero; corríjalo con otro documento.").toString();
	}

	private static String lines(long lines, long cents, String currency) {
		return Sentences.counted(lines, "línea", "líneas") + " por " + Cents.told(cents, currency);
	}

}
