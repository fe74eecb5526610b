package dev.escala.complaint.attention;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.matter.Matter;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Somebody asks for a human or a supervisor. Whoever does not get a supervisor at once is
 * called back the same working day (Ley 10/2025, art. 8.3).
 */
@Service
@Transactional
public class AskAttention {

	/** Nobody waits on the telephone for longer. */
	private static final int LONGEST_WAIT = (int) Duration.ofHours(12).toSeconds();

	private static final int LONGEST_NOTE = 2000;

	private final AttentionRepository repository;

	private final Matters matters;

	private final SameDay sameDay;

	private final CallBackFlow flow;

	private final Timeline timeline;

	private final Clock clock;

	AskAttention(AttentionRepository repository, Matters matters, SameDay sameDay, CallBackFlow flow, Timeline timeline,
			Clock clock) {
		this.repository = repository;
		this.matters = matters;
		this.sameDay = sameDay;
		this.flow = flow;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Writes down that the customer of a matter asks. The same call counts once.
	 * @throws dev.escala.validation.InvalidInputException naming every field that is
	 * wrong
	 */
	public AttentionRequest ask(CaseNumber number, AttentionKind kind, UserId by, Input input) {
		Matter matter = this.matters.lock(number);
		Fields fields = new Fields();
		Integer waited = input.waitedSeconds();
		String phone = fields.optionalLine("phone", "el teléfono", input.phone(), 50);
		String callId = fields.optionalLine("callId", "el identificador de la llamada", input.callId(), 100);
		String note = fields.optional("note", "lo que quiere", input.note(), LONGEST_NOTE);
		if (waited != null && (waited < 0 || waited > LONGEST_WAIT)) {
			fields.refuse("waitedSeconds", "Los segundos de espera van de 0 a " + LONGEST_WAIT
					+ ". Déjelo vacío si nadie le ha atendido todavía.");
		}
		if (waited == null && kind == AttentionKind.HUMAN) {
			fields.refuse("waitedSeconds",
					"Escriba cuántos segundos esperó el cliente desde que pidió hablar con una persona.");
		}
		fields.done();
		Instant now = this.clock.instant();
		Instant asked = (waited == null) ? now : now.minusSeconds(waited);
		AttentionRequest request = new AttentionRequest(0, kind, number, callId, asked, (waited == null) ? null : now,
				(waited == null) ? this.sameDay.end(asked, matter.customerId()) : null, phone, note, null,
				(waited == null) ? null : by);
		Optional<Long> added = this.repository.add(request, by, now);
		if (added.isEmpty()) {
			return known(number, kind, callId);
		}
		this.timeline.add(number, by, "El cliente pidió hablar con " + kind.label() + ": "
				+ ((waited == null) ? "se le devuelve la llamada hoy." : "esperó " + waited + " segundos."));
		if (request.isOpen()) {
			this.flow.start(number, added.get());
		}
		return this.repository.find(added.get()).orElseThrow();
	}

	private AttentionRequest known(CaseNumber number, AttentionKind kind, String callId) {
		return this.repository.findCall(kind, callId)
			.filter((one) -> number.equals(one.matter()))
			.orElseThrow(() -> new ConflictException(
					"La llamada «" + callId + "» ya consta en otro asunto. Compruebe el identificador."));
	}

	/** All requests in the course of a matter, the oldest first. */
	@Transactional(readOnly = true)
	public List<AttentionRequest> of(CaseNumber number) {
		return this.repository.of(number);
	}

	/** The request. */
	@Transactional(readOnly = true)
	public AttentionRequest get(long id) {
		return this.repository.find(id).orElseThrow(() -> new NotFoundException("Esa petición ya no existe."));
	}

	/**
	 * A supervisor called.
	 * @param reached whether the customer could be spoken to; else somebody tries again
	 * @param note what was said, or when to try again
	 */
	public void calledBack(long id, UserId by, boolean reached, String note) {
		AttentionRequest request = this.repository.lock(id)
			.orElseThrow(() -> new NotFoundException("Esa petición ya no existe."));
		Fields fields = new Fields();
		String said = fields.required("callBackNote", reached ? "qué se habló" : "cuándo se vuelve a intentar", note,
				LONGEST_NOTE);
		fields.done();
		if (!request.isOpen()) {
			throw new ConflictException("A este cliente ya le devolvió alguien la llamada.");
		}
		if (reached) {
			this.repository.attended(id, by, said, this.clock.instant());
		}
		this.timeline.add(request.matter(), by, (reached ? "Devolvió la llamada al cliente, que pidió un supervisor: "
				: "Llamó al cliente, que pidió un supervisor, y no le localizó: ") + said);
	}

	/**
	 * What somebody sent; any part may be missing or wrong.
	 *
	 * @param waitedSeconds how long the customer waited until they were attended, or
	 * {@code null} while nobody has attended them
	 * @param phone the number to call back, or {@code null} for what we have
	 * @param callId how the telephone system names the call, or {@code null}
	 * @param note what they want, or {@code null}
	 */
	public record Input(Integer waitedSeconds, String phone, String callId, String note) {
	}

}
