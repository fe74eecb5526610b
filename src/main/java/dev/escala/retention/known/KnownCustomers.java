package dev.escala.retention.known;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import dev.escala.customer.Customer;
import dev.escala.promise.PromiseStatus;
import dev.escala.purchase.Cents;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.retention.known.KnownCustomerRepository.Opinion;
import dev.escala.retention.known.KnownCustomerRepository.Promised;
import dev.escala.retention.known.KnownCustomerRepository.Word;
import dev.escala.retention.value.BoughtRepository;
import dev.escala.text.Dates;
import dev.escala.text.DateTexts;
import dev.escala.text.Sentences;
import dev.escala.visibility.Visibility;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says in five lines whom one is about to speak to (004-55). */
@Component
@Transactional(readOnly = true)
class KnownCustomers {

	private static final int YEAR = 365;

	private static final int NAMED = 5;

	private final KnownCustomerRepository repository;

	private final BoughtRepository bought;

	private final Visibility visibility;

	private final DateTexts dates;

	private final Clock clock;

	private final ZoneId zone;

	KnownCustomers(KnownCustomerRepository repository, BoughtRepository bought, Visibility visibility, DateTexts dates,
			Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.bought = bought;
		this.visibility = visibility;
		this.dates = dates;
		this.clock = clock;
		this.zone = zone;
	}

	/** The five lines, of what whoever asks may see. */
	List<String> lines(Customer customer) {
		return List.of(bought(customer), matters(customer.id()), promises(customer.id()), words(customer.id()),
				opinions(customer.id()));
	}

	private String bought(Customer customer) {
		LocalDate from = LocalDate.now(this.clock.withZone(this.zone)).withDayOfMonth(1).minusMonths(11);
		String lately = this.bought.since(customer.id(), from)
			.filter((year) -> year.documents() > 0)
			.map((year) -> Sentences.counted(year.documents(), "compra", "compras") + " en doce meses, "
					+ Cents.told(year.cents(), year.currency()))
			.orElse("sin compras en doce meses");
		String last = this.bought.lastOn(customer.id())
			.map((day) -> "; la última, el " + Dates.figures(day))
			.orElse("");
		return "Contrato " + Sentences.within(customer.tier().label()) + " · " + lately + last;
	}

	private String matters(CustomerId customer) {
		List<CaseNumber> open = this.repository.open(customer);
		List<CaseNumber> ended = this.repository.ended(customer, ago());
		Set<CaseNumber> seen = this.visibility.seenOf(open);
		List<CaseNumber> named = open.stream().filter(seen::contains).limit(NAMED).toList();
		int seenEnded = this.visibility.seenOf(ended).size();
		return "Asuntos abiertos: "
				+ (seen.isEmpty() ? "ninguno"
						: seen.size() + " (" + named.stream().map(CaseNumber::value).collect(Collectors.joining(", "))
								+ ((seen.size() > named.size()) ? "…" : "") + ")")
				+ "; terminados en un año: " + seenEnded;
	}

	private String promises(CustomerId customer) {
		List<Promised> all = this.repository.promises(customer);
		long open = all.stream().filter((one) -> !PromiseStatus.valueOf(one.status()).isSettled()).count();
		long broken = all.stream()
			.filter((one) -> PromiseStatus.valueOf(one.status()) == PromiseStatus.BROKEN
					&& (one.settledAt() == null || one.settledAt().isAfter(ago())))
			.count();
		return "Compromisos: " + ((open == 0) ? "ninguno en marcha" : open + " en marcha") + "; incumplidos en un año: "
				+ broken;
	}

	private String words(CustomerId customer) {
		return this.repository.words(customer)
			.stream()
			.findFirst()
			.map((word) -> "Último contacto: " + this.dates.brief(word.at()) + ", " + word.how())
			.orElse("Último contacto: ninguno anotado");
	}

	private String opinions(CustomerId customer) {
		List<Opinion> all = this.repository.opinions(customer);
		if (all.isEmpty()) {
			return "Satisfacción: aún no ha opinado";
		}
		long tenths = Math.round(all.stream().mapToInt(Opinion::score).average().orElse(0) * 10);
		return "Satisfacción: " + all.get(0).score() + " de 5 la última vez (" + this.dates.brief(all.get(0).at())
				+ "); " + tenths / 10 + "," + tenths % 10 + " de media en "
				+ Sentences.counted(all.size(), "opinión", "opiniones");
	}

	/** Their promises whose matter whoever asks sees. */
	List<Promised> seenPromises(CustomerId customer) {
		List<Promised> all = this.repository.promises(customer);
		Set<CaseNumber> seen = this.visibility.seenOf(all.stream().map(Promised::number).toList());
		return all.stream().filter((one) -> seen.contains(one.number())).toList();
	}

	/** The words with them in matters that whoever asks sees. */
	List<Word> seenWords(CustomerId customer) {
		List<Word> all = this.repository.words(customer);
		Set<CaseNumber> seen = this.visibility.seenOf(all.stream().map(Word::number).toList());
		return all.stream().filter((one) -> seen.contains(one.number())).toList();
	}

	/** Their opinions of matters that whoever asks sees. */
	List<Opinion> seenOpinions(CustomerId customer) {
		List<Opinion> all = this.repository.opinions(customer);
		Set<CaseNumber> seen = this.visibility.seenOf(all.stream().map(Opinion::number).toList());
		return all.stream().filter((one) -> seen.contains(one.number())).toList();
	}

	private Instant ago() {
		return this.clock.instant().minus(YEAR, ChronoUnit.DAYS);
	}

}
