package dev.escala.pipeline;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import dev.escala.customer.Customers;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;
import dev.escala.web.IdempotencyKeys;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps prospects and the register of those that we rejected (000-05, 000-14). */
@Service
@Transactional
public class Prospects {

	/** What a list may be sorted by. */
	public static final List<String> SORTABLE = ProspectRepository.SORT.names();

	private static final int LONGEST_REASON = 2000;

	private final ProspectRepository repository;

	private final Customers customers;

	private final Clock clock;

	Prospects(ProspectRepository repository, Customers customers, Clock clock) {
		this.repository = repository;
		this.customers = customers;
		this.clock = clock;
	}

	/** Finds by the code, in upper or lower case. */
	@Transactional(readOnly = true)
	public Optional<Prospect> findByCode(String code) {
		return this.repository.findByCode(code.strip().toUpperCase(Locale.ROOT));
	}

	/**
	 * A page of the prospects.
	 * @param search part of a code or a name, or {@code null}
	 * @param rejected only those that are rejected, or only the others; {@code null} for
	 * all
	 * @param page which part; sorted by {@link #SORTABLE}
	 */
	@Transactional(readOnly = true)
	public Page<Prospect> search(String search, Boolean rejected, PageRequest page) {
		return this.repository.page((search == null) ? "" : search, rejected, page);
	}

	/**
	 * Creates a prospect, with the next free code such as {@code P-000001} where none is
	 * given.
	 * @throws ConflictException where the code is a prospect's or a customer's
	 */
	public Prospect create(SaveProspect command) {
		if (command.code() == null) {
			Optional<Prospect> made = Optional.empty();
			while (made.isEmpty()) {
				made = this.repository.insert(this.repository.nextCode(), command);
			}
			return made.get();
		}
		if (this.customers.findByCode(command.code()).isPresent()) {
			throw new ConflictException("Ya hay un cliente con el código " + command.code()
					+ ": elija otro para el prospecto, o no ponga ninguno y se crea uno.");
		}
		return this.repository.insert(command.code(), command)
			.orElseThrow(() -> new ConflictException("Ya hay un prospecto con el código " + command.code() + "."));
	}

	/**
	 * Replaces what is known of the prospect with the command's code; its rejections
	 * stay.
	 * @throws NotFoundException where no prospect has that code
	 */
	public Prospect replace(SaveProspect command) {
		return update(locked(command.code()), command);
	}

	/**
	 * Replaces what is known of a prospect, if it still is what the caller has seen.
	 * @param seen the {@link #version} that the caller has seen
	 * @throws ConflictException where somebody else changed it since
	 */
	public Prospect replace(SaveProspect command, String seen) {
		Prospect present = locked(command.code());
		if (!version(present).equals(seen)) {
			throw new ConflictException("Otra persona ha cambiado el prospecto " + present.code()
					+ " entretanto. Consúltelo de nuevo y repita el cambio.");
		}
		return update(present, command);
	}

	private Prospect update(Prospect present, SaveProspect command) {
		this.repository.update(present.id(), command);
		return this.repository.find(present.id()).orElseThrow();
	}

	/**
	 * Writes into the register that we said no (000-14).
	 * @param reason why; whoever asks about the prospect later reads it
	 * @param source the request in which it was decided, for example
	 * {@code SOL-2026-000001}, or {@code null}; the same one again changes nothing
	 * @throws ConflictException where it is rejected already and there is no source; a
	 * request that decides so once more is written down too
	 */
	public void reject(long id, UserId by, String reason, CaseNumber source) {
		Fields fields = new Fields();
		String why = fields.required("reason", "por qué se rechaza", reason, LONGEST_REASON);
		fields.done();
		Prospect prospect = this.repository.lock(id)
			.orElseThrow(() -> new NotFoundException("No hay ningún prospecto " + id + "."));
		if (source == null && prospect.rejection() != null) {
			throw new ConflictException(prospect.name() + " ya está rechazado, porque «" + prospect.rejection().reason()
					+ "». Para valorarlo de nuevo, readmítalo antes.");
		}
		this.repository.reject(prospect, new Rejection(by, now(), why, source, null));
	}

	/**
	 * Takes a rejection back; the register still tells that there was one.
	 * @throws ConflictException where none holds
	 */
	public void readmit(String code, UserId by, String reason) {
		Fields fields = new Fields();
		String why = fields.required("reason", "por qué se readmite", reason, LONGEST_REASON);
		fields.done();
		Prospect prospect = locked(code);
		if (prospect.rejection() == null) {
			throw new ConflictException(prospect.name() + " no está rechazado: no hay nada que readmitir.");
		}
		this.repository.readmit(prospect.id(), new Rejection.Readmission(by, now(), why));
	}

	/** What is known of a prospect as a short text: equal knowledge, equal text. */
	public static String version(Prospect prospect) {
		return IdempotencyKeys.fingerprint(prospect).substring(0, 32);
	}

	private Instant now() {
		return this.clock.instant().truncatedTo(ChronoUnit.MICROS);
	}

	/** The prospect, which nobody else changes until the transaction ends. */
	private Prospect locked(String code) {
		return this.repository.lock((code == null) ? "" : code.strip().toUpperCase(Locale.ROOT))
			.orElseThrow(() -> new NotFoundException("No hay ningún prospecto con el código «" + code + "»."));
	}

}
