package dev.escala.complaint.norm;

import java.time.Clock;
import java.util.List;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.ComplaintMoved;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.regime.ComplaintLaw;
import dev.escala.complaint.regime.LegalTerm;
import dev.escala.complaint.term.ComplaintTerm;
import dev.escala.complaint.term.ComplaintTerms;
import dev.escala.matter.MatterEnded;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;
import dev.escala.validation.Fields;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * A complaint is never refused for want of a row in the tables: it runs on the
 * organisation's own term, and supervision is asked once to look whether a norm rules it.
 */
@Service
@Transactional
public class NormSearches {

	private static final int LONGEST = 1000;

	private final Complaints complaints;

	private final ComplaintTerms terms;

	private final ComplaintLaw law;

	private final NormSearchRepository repository;

	private final NormSearchFlow flow;

	private final Timeline timeline;

	private final Clock clock;

	NormSearches(Complaints complaints, ComplaintTerms terms, ComplaintLaw law, NormSearchRepository repository,
			NormSearchFlow flow, Timeline timeline, Clock clock) {
		this.complaints = complaints;
		this.terms = terms;
		this.law = law;
		this.repository = repository;
		this.flow = flow;
		this.timeline = timeline;
		this.clock = clock;
	}

	@EventListener
	void moved(ComplaintMoved moved) {
		CaseNumber number = moved.number();
		if (this.complaints.find(number).filter(Complaint::isOpen).isPresent() && isWithoutNorm(number)
				&& this.repository.addIfNew(number, this.clock.instant())) {
			this.timeline.add(number, UserId.SYSTEM, "Sin norma conocida: Supervisión mira si hay alguna.");
			this.flow.askToFind(number);
		}
	}

	private boolean isWithoutNorm(CaseNumber number) {
		List<ComplaintTerm> all = this.terms.list(number);
		return !all.isEmpty() && all.stream().allMatch((term) -> term.code().equals(LegalTerm.OWN));
	}

	/** What of the complaint decides which norm rules it, as one Spanish sentence. */
	@Transactional(readOnly = true)
	public String story(CaseNumber number) {
		Complaint complaint = this.complaints.get(number);
		return (complaint.statement().consumer() ? "Reclama un consumidor" : "Reclama quien no es consumidor")
				+ ", por «" + Sentences.within(complaint.statement().topic().label())
				+ "»; la organización es del sector «" + Sentences.within(this.law.sector().label()) + "».";
	}

	/** A supervisor says what they found. */
	public void found(CaseNumber number, UserId supervisor, String note) {
		Fields fields = new Fields();
		String said = fields.required("normNote", "qué norma se aplica, o por qué ninguna", note, LONGEST);
		fields.done();
		this.timeline.add(number, supervisor, "Norma buscada: " + said);
	}

	@EventListener
	void ended(MatterEnded ended) {
		this.flow.endSearch(ended.number());
	}

}
