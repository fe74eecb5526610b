package dev.escala.complaint.attention;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.CsvUpload;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;

/**
 * Takes the calls in which somebody asked for a human from the telephone system's file.
 * Each row stands by itself, and each call counts once: the same file again changes
 * nothing.
 */
@Service
public class CallImport {

	private static final List<String> COLUMNS = List.of("call", "asked", "attended");

	private static final int MAX_PROBLEMS = 1000;

	private final AttentionRepository repository;

	private final Clock clock;

	private final ZoneId zone;

	CallImport(AttentionRepository repository, Clock clock, @Value("${escala.zone}") ZoneId zone) {
		this.repository = repository;
		this.clock = clock;
		this.zone = zone;
	}

	/**
	 * Imports a file.
	 * @throws InvalidInputException where the file as a whole cannot be read
	 */
	public Report run(CsvUpload upload, UserId by) {
		Store store = new Store(by);
		upload.read(COLUMNS, store);
		return new Report(store.rows, store.added, store.known, store.rejected, store.problems);
	}

	private AttentionRequest read(CsvUpload.Row row) {
		Fields fields = new Fields();
		String callId = fields.requiredLine("call", "el identificador de la llamada", row.text("call"), 100);
		Instant asked = instant(fields, "asked", "cuándo lo pidió", row.text("asked"), true);
		Instant attended = instant(fields, "attended", "cuándo se le atendió", row.text("attended"), false);
		if (asked != null && attended != null && attended.isBefore(asked)) {
			fields.refuse("attended", "Se le habría atendido antes de que lo pidiera.");
		}
		fields.done();
		return new AttentionRequest(0, AttentionKind.HUMAN, null, callId, asked, attended, null, null, null, null,
				null);
	}

	private Instant instant(Fields fields, String field, String label, String text, boolean required) {
		if (text == null) {
			if (required) {
				fields.refuse(field, "Falta " + label + ", como 2026-12-28T10:15:30.");
			}
			return null;
		}
		try {
			Instant instant = parse(text.replace(' ', 'T'));
			if (instant.isAfter(this.clock.instant())) {
				fields.refuse(field, "Está en el futuro: " + text + ".");
			}
			return instant;
		}
		catch (DateTimeException ex) {
			fields.refuse(field,
					"No se entiende " + label + " («" + text + "»). Escríbalo como 2026-12-28T10:15:30, en la "
							+ "hora de " + this.zone + ", o con su desfase: 2026-12-28T10:15:30+01:00.");
			return null;
		}
	}

	private Instant parse(String text) {
		return text.matches(".*(Z|[+-]\\d{2}:?\\d{2})$") ? OffsetDateTime.parse(text).toInstant()
				: LocalDateTime.parse(text).atZone(this.zone).toInstant();
	}

	private final class Store implements CsvUpload.Rows {

		private final UserId by;

		private final List<Problem> problems = new ArrayList<>();

		private long rows;

		private long added;

		private long known;

		private long rejected;

		Store(UserId by) {
			this.by = by;
		}

		@Override
		public void row(CsvUpload.Row row) {
			this.rows++;
			try {
				AttentionRequest request = read(row);
				CallImport repository = CallImport.this;
				if (repository.repository.add(request, this.by, repository.clock.instant()).isPresent()) {
					this.added++;
				}
				else {
					known(request);
				}
			}
			catch (InvalidInputException ex) {
				reject(row.line(), ex.getMessage());
			}
		}

		private void known(AttentionRequest request) {
			Optional<AttentionRequest> before = CallImport.this.repository.findCall(request.kind(), request.callId());
			if (before.filter((one) -> same(one, request)).isEmpty()) {
				throw new InvalidInputException("call",
						"La llamada «" + request.callId() + "» ya consta con otras horas, y se dejan como estaban.");
			}
			this.known++;
		}

		private static boolean same(AttentionRequest one, AttentionRequest other) {
			return one.askedAt().equals(other.askedAt()) && Objects.equals(one.attendedAt(), other.attendedAt());
		}

		@Override
		public void rejected(long line, String reason) {
			this.rows++;
			reject(line, reason);
		}

		private void reject(long line, String reason) {
			this.rejected++;
			if (this.problems.size() < MAX_PROBLEMS) {
				this.problems.add(new Problem(line, reason));
			}
		}

	}

	/**
	 * What came of an import.
	 *
	 * @param rows rows read, without the header and empty lines
	 * @param added calls that were not known
	 * @param known calls that were known just so
	 * @param rejected rows of which nothing was taken
	 * @param problems what was wrong with each of them; at most 1000
	 */
	public record Report(long rows, long added, long known, long rejected, List<Problem> problems) {
	}

	/** Why the row that begins in that line was not taken, in Spanish. */
	public record Problem(long line, String reason) {
	}

}
