package dev.escala.complaint.web;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintDoor;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.Statement;
import dev.escala.complaint.course.PresentComplaint;
import dev.escala.complaint.course.Presented;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.inbound.sent.ChosenFiles;
import dev.escala.inbound.sent.SentFile;
import dev.escala.inbound.sent.SentFiles;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.BundleTexts;
import dev.escala.timeline.Timeline;
import dev.escala.validation.InvalidInputException;
import dev.escala.web.form.FormToken;
import dev.escala.web.IdempotencyKeys;

import org.springframework.stereotype.Component;

/** What is sent from the public page, once, with its files. */
@Component
class WebComplaints {

	private static final String PATH = "/reclamar";

	private static final String CALLER = UserId.CUSTOMER.value();

	/**
	 * So many are presented at once on a node: each prints a receipt in its transaction,
	 * and hundreds of them would hold every connection while the processors catch up.
	 */
	private static final int AT_ONCE = 8;

	private static final Duration PATIENCE = Duration.ofMinutes(1);

	private final Semaphore turns = new Semaphore(AT_ONCE, true);

	private final PresentComplaint presenting;

	private final Complaints complaints;

	private final ComplaintTerms terms;

	private final SentFiles sentFiles;

	private final Timeline timeline;

	private final ComplaintPosts posts;

	private final IdempotencyKeys once;

	WebComplaints(PresentComplaint presenting, Complaints complaints, ComplaintTerms terms, SentFiles sentFiles,
			Timeline timeline, ComplaintPosts posts, IdempotencyKeys once) {
		this.presenting = presenting;
		this.complaints = complaints;
		this.terms = terms;
		this.sentFiles = sentFiles;
		this.timeline = timeline;
		this.posts = posts;
		this.once = once;
	}

	long maxMegabytes() {
		return this.sentFiles.maxMegabytes();
	}

	/** Why the files are not taken, if they are not. */
	Optional<ChosenFiles.Problem> problem(ChosenFiles chosen) throws IOException {
		return chosen.problem(this.sentFiles);
	}

	/** What else is wrong with it, where it is not presented anyway. */
	Optional<InvalidInputException> check(ComplaintForm typed, String language) {
		try {
			this.presenting.read(typed.input(language), ComplaintDoor.WEB);
			return Optional.empty();
		}
		catch (InvalidInputException ex) {
			return Optional.of(ex);
		}
	}

	/**
	 * Presents the complaint, unless the same page was sent before.
	 * @param from from where it comes, as {@link dev.escala.limit.CallerAddress} says
	 * @throws InvalidInputException naming every field that is wrong
	 * @throws TooManyComplaintsException where one has to wait
	 * @throws dev.escala.validation.ConflictException where that page was sent before and
	 * said something else
	 */
	void present(ComplaintForm typed, FormToken token, ChosenFiles chosen, String language, String from)
			throws IOException {
		boolean repeated = this.once.created(token.digest(), CALLER, PATH).isPresent();
		Optional<Duration> wait = repeated ? Optional.empty() : this.posts.take(from);
		if (wait.isPresent()) {
			throw new TooManyComplaintsException(wait.get());
		}
		List<SentFile> files = chosen.read();
		String said = IdempotencyKeys.fingerprint(List.of(typed.withoutToken(), chosen.digests()));
		AtomicBoolean created = new AtomicBoolean();
		boolean turn = takeTurn();
		try {
			this.once.once(token.digest(), CALLER, PATH, said, () -> {
				String result = present(typed, token, files, language);
				created.set(true);
				return result;
			});
		}
		finally {
			if (turn) {
				this.turns.release();
			}
			if (!repeated && !created.get()) {
				this.posts.giveBack(from);
			}
		}
	}

	/**
	 * Waits without a connection. Whoever has waited too long goes on all the same: then
	 * the database says that it is too much.
	 * @return whether a turn is to be given back
	 */
	private boolean takeTurn() {
		try {
			return this.turns.tryAcquire(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	private String present(ComplaintForm typed, FormToken token, List<SentFile> files, String language) {
		Presented presented = this.presenting.present(typed.input(language), ComplaintDoor.WEB, UserId.CUSTOMER);
		CaseNumber number = presented.complaint().number();
		if (!files.isEmpty()) {
			List<String> names = this.sentFiles.keep(number, typed.address(), files);
			this.timeline.add(number, UserId.CUSTOMER, "Adjuntó: " + String.join(", ", names) + ".");
		}
		return number + " " + token.seal(presented.key() + "\n" + typed.email().strip());
	}

	/** What whoever sent that page reads afterwards; empty where nobody did. */
	Optional<Confirmation> confirmation(FormToken token, BundleTexts texts) {
		return this.once.created(token.digest(), CALLER, PATH).map((result) -> {
			String[] parts = result.split(" ");
			Complaint complaint = this.complaints.get(new CaseNumber(parts[0]));
			String[] sealed = token.unseal(parts[1]).split("\n", 2);
			return new Confirmation(complaint, sealed[0], sealed[1],
					this.terms.binding(complaint.number()).orElse(null), texts);
		});
	}

}
