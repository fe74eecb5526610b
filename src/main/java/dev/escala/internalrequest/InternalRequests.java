package dev.escala.internalrequest;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.escala.internalrequest.persistence.RequestRepository;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.timeline.Timeline;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds requests and what was said about them. */
@Service
@Transactional
public class InternalRequests {

	private final RequestRepository requests;

	private final Timeline timeline;

	private final Clock clock;

	InternalRequests(RequestRepository requests, Timeline timeline, Clock clock) {
		this.requests = requests;
		this.timeline = timeline;
		this.clock = clock;
	}

	@Transactional(readOnly = true)
	public Optional<InternalRequest> find(CaseNumber number) {
		return this.requests.find(number);
	}

	/** The request; refuses an unknown number. */
	@Transactional(readOnly = true)
	public InternalRequest get(CaseNumber number) {
		return find(number).orElseThrow(() -> unknown(number));
	}

	/** The request, kept from others until the transaction ends. */
	public InternalRequest lock(CaseNumber number) {
		return this.requests.lock(number).orElseThrow(() -> unknown(number));
	}

	/** What was said about it, oldest first. */
	@Transactional(readOnly = true)
	public List<RequestNote> notes(CaseNumber number) {
		return this.requests.notes(number);
	}

	/** The latest note of a kind. */
	@Transactional(readOnly = true)
	public Optional<RequestNote> latest(CaseNumber number, RequestNote.Kind kind) {
		return notes(number).stream().filter((note) -> note.kind() == kind).reduce((first, last) -> last);
	}

	/** Writes down what somebody said, if they said anything. */
	public void note(CaseNumber number, RequestNote.Kind kind, UserId author, String text) {
		if (text != null) {
			this.requests.note(number, kind, author, this.clock.instant(), text);
		}
	}

	/** Writes down what happened. */
	public void tell(CaseNumber number, UserId actor, String text) {
		this.timeline.add(number, actor, text);
	}

	private static NotFoundException unknown(CaseNumber number) {
		return new NotFoundException("No hay ninguna solicitud interna con el número " + number + ".");
	}

}
