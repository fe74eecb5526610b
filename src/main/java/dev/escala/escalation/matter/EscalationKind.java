package dev.escala.escalation.matter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Phase;
import dev.escala.escalation.course.ClassifyCase;
import dev.escala.escalation.course.ReopenCase;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.level.LevelReached;
import dev.escala.matter.AffectedCustomer;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterAction;
import dev.escala.matter.MatterKind;
import dev.escala.matter.Speciality;
import dev.escala.observation.Observations;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Escalations are matters: what the rooms ask of them that work on any matter. */
@Component
class EscalationKind implements MatterKind {

	private final Escalations escalations;

	private final EscalationRepository repository;

	private final ClassifyCase classification;

	private final ReopenCase reopening;

	private final Observations observations;

	private final DateTexts dates;

	private final PlannedEnd planned;

	EscalationKind(Escalations escalations, EscalationRepository repository, ClassifyCase classification,
			ReopenCase reopening, Observations observations, DateTexts dates, PlannedEnd planned) {
		this.escalations = escalations;
		this.repository = repository;
		this.classification = classification;
		this.reopening = reopening;
		this.observations = observations;
		this.dates = dates;
		this.planned = planned;
	}

	@Override
	public String name() {
		return Escalation.KIND;
	}

	@Override
	public String prefix() {
		return Escalation.PREFIX;
	}

	@Override
	public String label() {
		return "escalamiento";
	}

	@Override
	public String api() {
		return "/api/escalations/";
	}

	@Override
	public Optional<Matter> find(CaseNumber number) {
		return this.repository.find(number).map(Escalation::asMatter).map(this::observed);
	}

	@Override
	public Optional<Matter> lock(CaseNumber number) {
		return this.repository.lock(number).map(Escalation::asMatter).map(this::observed);
	}

	/** A closed case that is observed: we may still give the customer our word. */
	private Matter observed(Matter matter) {
		return matter.open() ? matter : this.observations.current(matter.number())
			.map((one) -> matter.observed("está cerrado y en observación hasta el " + this.dates.full(one.last()),
					MatterAction.PROMISE))
			.orElse(matter);
	}

	@Override
	public List<AffectedCustomer> alsoAffected(CaseNumber number) {
		return this.escalations.alsoAffected(number);
	}

	@Override
	public List<CaseNumber> openOf(CustomerId customerId) {
		return this.repository.openOf(customerId);
	}

	@Override
	public List<CaseNumber> openOwnOf(CustomerId customerId) {
		return this.repository.openCasesOf(customerId);
	}

	@Override
	public Map<String, Object> facts(CaseNumber number) {
		Escalation escalation = this.escalations.get(number);
		return Map.of("type", escalation.type().name(), "major", escalation.report().major());
	}

	@Override
	public Map<String, Object> mailValues(CaseNumber number, Locale locale, DateTexts reader) {
		Map<String, Object> values = new HashMap<>();
		values.put("typeLabel", this.escalations.get(number).type().label());
		this.planned.beyondAgreed(number).ifPresent((end) -> values.put("resolutionText", reader.full(end, locale)));
		this.observations.current(number)
			.ifPresent((one) -> values.put("observedText", reader.full(one.until(), locale)));
		return values;
	}

	@Override
	public boolean isClosing(CaseNumber number) {
		return this.escalations.get(number).phase() == Phase.CLOSE;
	}

	@Override
	public String groupFor(CaseNumber number, Speciality speciality) {
		return this.classification.groupFor(number, speciality);
	}

	@Override
	public void own(CaseNumber number, UserId userId) {
		this.repository.assign(number, userId);
	}

	@Override
	public boolean isTakenOver(CaseNumber number) {
		return this.escalations.get(number).acknowledgedAt() != null;
	}

	@Override
	public void assess(CaseNumber number) {
		this.classification.assess(number);
	}

	@Override
	public String ending(CaseNumber number) {
		return this.escalations.get(number).outcome().told();
	}

	@Override
	public Optional<CaseNumber> continuedIn(CaseNumber number) {
		return this.repository.find(number).map(Escalation::duplicateOf);
	}

	@Override
	public boolean canReopen(CaseNumber number) {
		return this.reopening.isPossible(this.escalations.get(number));
	}

	@Override
	public void reopen(CaseNumber number, UserId actor, String reason) {
		this.reopening.reopen(number, actor, reason);
	}

	/** Lists and searches show the level beside the rest. */
	@EventListener
	void levelReached(LevelReached reached) {
		find(reached.number()).ifPresent(
				(one) -> this.repository.raise(reached.number(), reached.level().level(), reached.level().groupId()));
	}

}
