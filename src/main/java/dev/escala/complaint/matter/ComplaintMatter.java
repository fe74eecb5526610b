package dev.escala.complaint.matter;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.escala.clock.MatterClocks;
import dev.escala.clock.ServiceClock;
import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintPhase;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.classification.ComplaintReasons;
import dev.escala.complaint.course.ReopenComplaint;
import dev.escala.complaint.persistence.ComplaintRepository;
import dev.escala.complaint.remedy.Fault;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.matter.Matter;
import dev.escala.matter.MatterKind;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.CustomerId;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;

import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/** Complaints are matters: what the rooms ask of them that work on any matter. */
@Component
class ComplaintMatter implements MatterKind {

	private final Complaints complaints;

	private final ComplaintRepository repository;

	private final ComplaintTerms terms;

	private final ReopenComplaint reopening;

	private final ComplaintReasons reasons;

	private final ComplaintWords words;

	ComplaintMatter(Complaints complaints, ComplaintRepository repository, ComplaintTerms terms,
			ReopenComplaint reopening, ComplaintReasons reasons, ComplaintWords words) {
		this.complaints = complaints;
		this.repository = repository;
		this.terms = terms;
		this.reopening = reopening;
		this.reasons = reasons;
		this.words = words;
	}

	/**
	 * The law sets by when a complaint is answered, see {@link ComplaintTerms}; besides,
	 * the customer is not left in silence (004-44).
	 */
	@Bean
	static MatterClocks.OfKind clocksOfComplaints() {
		return new MatterClocks.OfKind(Complaint.KIND, Set.of(ServiceClock.UPDATE));
	}

	@Override
	public String name() {
		return Complaint.KIND;
	}

	@Override
	public String prefix() {
		return Complaint.PREFIX;
	}

	@Override
	public String label() {
		return "expediente de reclamación";
	}

	@Override
	public Optional<Matter> find(CaseNumber number) {
		return this.repository.find(number).map(Complaint::asMatter);
	}

	@Override
	public Optional<Matter> lock(CaseNumber number) {
		return this.repository.lock(number).map(Complaint::asMatter);
	}

	@Override
	public List<CaseNumber> openOf(CustomerId customerId) {
		return this.repository.openOf(customerId);
	}

	@Override
	public List<CaseNumber> openOwnOf(CustomerId customerId) {
		return this.repository.openOf(customerId);
	}

	@Override
	public Map<String, Object> facts(CaseNumber number) {
		Complaint.Traits traits = this.complaints.get(number).traits();
		Map<String, Object> facts = new HashMap<>();
		facts.put("fault", (traits.fault() == null) ? Fault.UNKNOWN.name() : traits.fault());
		if (traits.reason() != null) {
			facts.put("reasonGroup", this.reasons.get(null, traits.reason()).group().name());
		}
		return facts;
	}

	@Override
	public Map<String, Object> mailValues(CaseNumber number, Locale locale, DateTexts dates) {
		Map<String, Object> values = new HashMap<>();
		this.words.put(values, number, locale);
		this.terms.running(number)
			.ifPresent((term) -> values.put("resolutionText", dates.full(term.dueAt().minusSeconds(1), locale)));
		return values;
	}

	@Override
	public boolean isClosing(CaseNumber number) {
		return this.complaints.get(number).phase() == ComplaintPhase.CHECK;
	}

	@Override
	public void own(CaseNumber number, UserId userId) {
		this.repository.assign(number, userId);
	}

	/** Whoever claims its first task owns it. */
	@Override
	public boolean isTakenOver(CaseNumber number) {
		return true;
	}

	@Override
	public boolean canReopen(CaseNumber number) {
		return this.reopening.isPossible(this.complaints.get(number));
	}

	@Override
	public void reopen(CaseNumber number, UserId actor, String reason) {
		this.reopening.reopen(number, actor, reason);
	}

	@Override
	public String ending(CaseNumber number) {
		return this.complaints.get(number).outcome().told();
	}

	@Override
	public Optional<CaseNumber> continuedIn(CaseNumber number) {
		return this.repository.find(number).map(Complaint::joinedTo);
	}

}
