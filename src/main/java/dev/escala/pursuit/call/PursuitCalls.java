package dev.escala.pursuit.call;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Notes each call: none before the homework is done, none to whoever asked to be left
 * alone, none beyond what the protocol allows.
 */
@Service
@Transactional
public class PursuitCalls {

	private final PursuitCallRepository repository;

	private final ContactProtocol protocol;

	private final LeftAlone leftAlone;

	private final Profiles profiles;

	private final Timeline timeline;

	private final DateTexts dates;

	private final Clock clock;

	PursuitCalls(PursuitCallRepository repository, ContactProtocol protocol, LeftAlone leftAlone, Profiles profiles,
			Timeline timeline, DateTexts dates, Clock clock) {
		this.repository = repository;
		this.protocol = protocol;
		this.leftAlone = leftAlone;
		this.profiles = profiles;
		this.timeline = timeline;
		this.dates = dates;
		this.clock = clock;
	}

	/**
	 * Notes a call to an open pursuit that the caller has locked.
	 * @throws ConflictException where it should not have been made, saying why
	 */
	public void note(Pursuit pursuit, UserId by, SaidCall said) {
		if (isLeftAlone(pursuit)) {
			throw new ConflictException(pursuit.partyName()
					+ " pidió que no se le llame más: no se le llama ni se le escribe. Si es quien ha llamado, regístrelo "
					+ "de nuevo cuando lo pida por escrito.");
		}
		List<PursuitCall> before = this.repository.list(pursuit.number());
		if (before.isEmpty()) {
			this.profiles.requireHomework(pursuit);
		}
		if (said.result() == CallResult.ATTEMPT) {
			next(pursuit, before).filter((next) -> next.stop() && this.clock.instant().isBefore(next.at()))
				.ifPresent((next) -> {
					throw new ConflictException("No se insiste más con " + pursuit.partyName() + " hasta el "
							+ this.dates.brief(next.at()) + ": " + next.reason() + ".");
				});
		}
		this.repository.add(pursuit.number(), new PursuitCall(said, by, this.clock.instant()));
		this.timeline.add(pursuit.number(), by,
				said.result().label() + " por " + said.channel().label()
						+ ((said.minutes() == 0) ? "" : ", " + said.minutes() + " min")
						+ ((said.note() == null) ? "." : ": " + said.note()));
	}

	/** What the protocol says now; empty where the last call was answered. */
	@Transactional(readOnly = true)
	public Optional<NextContact> next(Pursuit pursuit) {
		return next(pursuit, this.repository.list(pursuit.number()));
	}

	private Optional<NextContact> next(Pursuit pursuit, List<PursuitCall> calls) {
		int attempts = 0;
		while (attempts < calls.size() && !calls.get(calls.size() - 1 - attempts).said().result().isTalk()) {
			attempts++;
		}
		if (attempts == 0) {
			return Optional.empty();
		}
		PursuitCall last = calls.get(calls.size() - 1);
		return Optional.of(this.protocol.after(pursuit, attempts, last.said().channel(), last.at()));
	}

	/** Whether there was a call since then; a conversation, where that is asked. */
	@Transactional(readOnly = true)
	public boolean calledSince(CaseNumber number, Instant since, boolean talk) {
		return this.repository.list(number)
			.stream()
			.anyMatch((call) -> !call.at().isBefore(since) && (!talk || call.said().result().isTalk()));
	}

	/** The calls, in order. */
	@Transactional(readOnly = true)
	public List<PursuitCall> list(CaseNumber number) {
		return this.repository.list(number);
	}

	/** The same with those of the prospect that became this opportunity. */
	@Transactional(readOnly = true)
	public List<PursuitCall> history(Pursuit pursuit) {
		List<PursuitCall> calls = new ArrayList<>();
		if (pursuit.cameFrom() != null) {
			calls.addAll(this.repository.list(pursuit.cameFrom()));
		}
		calls.addAll(this.repository.list(pursuit.number()));
		return List.copyOf(calls);
	}

	/** Nobody calls whom it is about any more, in this pursuit or a later one. */
	public void leaveAlone(Pursuit pursuit, UserId by) {
		this.leftAlone.add(pursuit, by);
		this.timeline.add(pursuit.number(), by, "Pidió que no se le llame más.");
	}

	@Transactional(readOnly = true)
	public boolean isLeftAlone(Pursuit pursuit) {
		return this.leftAlone.isOne(pursuit);
	}

}
