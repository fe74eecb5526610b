package dev.escala.observation;

import java.util.Map;
import java.util.Optional;

import dev.escala.call.CustomerCalls;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterEnded;
import dev.escala.matter.MatterReopened;
import dev.escala.matter.Matters;
import dev.escala.observation.Observation.Ending;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.routing.Decision;
import dev.escala.routing.Decisions;
import dev.escala.text.DateTexts;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Observes a matter that ended so that it can go on: for as long as the table
 * {@code observationPeriod} says, then until the customer has answered whether it is
 * over. The matter is locked before its observation, as in everything else that changes
 * it: of two who end one at once only the first does.
 */
@Service
@Transactional
public class ObserveMatter {

	private static final int LONGEST = 1000;

	private final ObservationRepository repository;

	private final ObservationDays days;

	private final Matters matters;

	private final Decisions decisions;

	private final CustomerCalls calls;

	private final ObservationFlow flow;

	private final Timeline timeline;

	private final DateTexts dates;

	ObserveMatter(ObservationRepository repository, ObservationDays days, Matters matters, Decisions decisions,
			CustomerCalls calls, ObservationFlow flow, Timeline timeline, DateTexts dates) {
		this.repository = repository;
		this.days = days;
		this.matters = matters;
		this.decisions = decisions;
		this.calls = calls;
		this.flow = flow;
		this.timeline = timeline;
		this.dates = dates;
	}

	/** What was withdrawn, or goes on elsewhere, cannot come back here. */
	@EventListener
	void ended(MatterEnded ended) {
		if (this.matters.canReopen(ended.number())) {
			this.flow.begin(ended.number());
		}
	}

	/**
	 * Decides for how long the matter is observed, and begins.
	 * @return the observation, or empty where the table says none
	 */
	public Optional<Observation> begin(CaseNumber number) {
		Matter matter = this.matters.lock(number);
		Decision decision = this.decisions.decide(number, "observationPeriod",
				Map.of("severity", matter.severity().name()));
		int length = decision.number("workingDays");
		if (length < 1) {
			return Optional.empty();
		}
		long id = this.repository.add(number, matter.customerId(), this.days.now(), this.days.after(matter, length),
				Math.max(1, decision.number("answerDays")));
		Observation observation = get(id);
		this.timeline.add(number, UserId.SYSTEM, "En observación hasta el " + this.dates.full(observation.until())
				+ ": si vuelve a ocurrir, el caso se reabre. " + decision.reason() + ".");
		return Optional.of(observation);
	}

	/** Whether the customer was asked and has not answered. */
	@Transactional(readOnly = true)
	public boolean isAsked(CaseNumber number) {
		return this.repository.current(number).filter(Observation::isAsked).isPresent();
	}

	/** The observation; its process asks. */
	@Transactional(readOnly = true)
	public Observation get(long id) {
		return this.repository.find(id).orElseThrow();
	}

	/**
	 * The customer agrees that it is over.
	 * @param how how a colleague knows, in a few words, or {@code null} where they said
	 * so themselves
	 * @throws ConflictException where they were not asked, or it has ended meanwhile
	 */
	public void agree(CaseNumber number, UserId by, String how) {
		this.matters.lock(number);
		Observation asked = this.repository.current(number)
			.filter(Observation::isAsked)
			.orElseThrow(() -> new ConflictException("De " + number + " no se espera ahora ninguna confirmación."));
		end(asked, Ending.AGREED, by, "El cliente confirma que sigue resuelto: termina la observación."
				+ ((how == null) ? "" : " Cómo lo dijo: " + how));
		this.flow.agreed(asked);
	}

	/** The same, as a colleague writes it down. */
	public void noteAgreement(CaseNumber number, UserId by, String how) {
		Fields fields = new Fields();
		String said = fields.required("reason", "cómo lo dijo el cliente", how, LONGEST);
		fields.done();
		agree(number, by, said);
	}

	/** Whoever reopened the matter, and why: nothing is left to observe. */
	@EventListener
	void reopened(MatterReopened reopened) {
		this.repository.current(reopened.number()).ifPresent((observation) -> {
			end(observation, Ending.REOPENED, reopened.by(), "Termina la observación: ha vuelto a ocurrir.");
			this.flow.reopened(observation);
		});
	}

	/**
	 * Ends the observation, if it lasts: whoever still has to call for it need not.
	 * @param told one Spanish sentence
	 */
	void end(Observation observation, Ending ending, UserId by, String told) {
		if (this.repository.end(observation.id(), ending, by, this.days.now())) {
			this.calls.needless(observation.caseNumber(), Observation.STEP + observation.id());
			this.timeline.add(observation.caseNumber(), by, told);
		}
	}

}
