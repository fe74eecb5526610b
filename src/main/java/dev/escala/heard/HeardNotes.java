package dev.escala.heard;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.Statement;
import dev.escala.complaint.course.PresentComplaint;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.validation.Fields;
import dev.escala.validation.ForbiddenException;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes what staff hear, and finds what was heard of the market (004-50). */
@Service
@Transactional
public class HeardNotes {

	/** What a list may be sorted by. */
	public static final List<String> SORTABLE = HeardNoteRepository.SORT.names();

	private static final int LONGEST_SEARCH = 200;

	private final HeardNoteRepository repository;

	private final PresentComplaint presenting;

	private final CurrentUser user;

	private final Clock clock;

	HeardNotes(HeardNoteRepository repository, PresentComplaint presenting, CurrentUser user, Clock clock) {
		this.repository = repository;
		this.presenting = presenting;
		this.user = user;
		this.clock = clock;
	}

	/**
	 * Keeps what was heard: as a complaint by the door of those that are told in person,
	 * or as a note.
	 * @return the complaint, or empty where it is a note
	 * @throws dev.escala.validation.InvalidInputException where nobody could be answered
	 */
	public Optional<CaseNumber> record(Hearsay heard) {
		UserId author = requireReporter();
		if (heard.kind() == HeardKind.MARKET) {
			this.repository.add(heard, author, this.clock.instant());
			return Optional.empty();
		}
		Statement.Input input = new Statement.Input(heard.customer(), heard.email(), null, null, heard.told(), null,
				null, null, null, null, null, null, null, null, null, null, null, null, null);
		return Optional.of(this.presenting.present(input, ComplaintDoor.IN_PERSON, author).complaint().number());
	}

	/**
	 * Finds notes that contain every word, without regard to case and accents.
	 * @param words the words, or {@code null} or blank for all; at most 200 characters
	 */
	@Transactional(readOnly = true)
	public Page<HeardNote> search(String words, PageRequest part) {
		requireReporter();
		Fields fields = new Fields();
		String text = fields.optional("search", "la búsqueda", words, LONGEST_SEARCH);
		fields.done();
		return this.repository.page(text, part);
	}

	private UserId requireReporter() {
		if (!this.user.isIn(Role.reporters().toArray(Role[]::new)) && !this.user.isIn(Role.ADMINISTRATORS)) {
			throw new ForbiddenException("Su usuario no puede anotar lo que oye.");
		}
		return this.user.id().orElseThrow();
	}

}
