package dev.escala.complaint.web;

import java.util.List;

import dev.escala.complaint.Complaint;
import dev.escala.complaint.Complaints;
import dev.escala.complaint.answer.ComplaintPoint;
import dev.escala.complaint.answer.ComplaintPoints;
import dev.escala.complaint.answer.DecisionDraft;
import dev.escala.complaint.decision.ComplaintDecisions;
import dev.escala.complaint.remedy.GrantedRemedy;
import dev.escala.complaint.remedy.Remedies;
import dev.escala.matter.Entitlement;
import dev.escala.matter.Matters;
import dev.escala.reference.CaseNumber;
import dev.escala.staffing.PersonNames;

import org.springframework.stereotype.Component;

/** All that somebody sees who decides the points of a complaint. */
@Component
class PointSheet {

	private final Complaints complaints;

	private final ComplaintPoints points;

	private final ComplaintDecisions decisions;

	private final Remedies remedies;

	private final Matters matters;

	private final Entitlement entitlement;

	private final PersonNames names;

	PointSheet(Complaints complaints, ComplaintPoints points, ComplaintDecisions decisions, Remedies remedies,
			Matters matters, Entitlement entitlement, PersonNames names) {
		this.complaints = complaints;
		this.points = points;
		this.decisions = decisions;
		this.remedies = remedies;
		this.matters = matters;
		this.entitlement = entitlement;
		this.names = names;
	}

	/** The sheet; refuses whoever may not see the complaint. */
	Sheet of(CaseNumber number) {
		this.matters.requireSeen(number);
		Complaint complaint = this.complaints.get(number);
		boolean settled = this.points.isSettled(number);
		List<Line> lines = this.points.list(number)
			.stream()
			.map((point) -> new Line(point, this.names.name(point.decidedBy())))
			.toList();
		return new Sheet(complaint, lines, settled,
				complaint.isOpen() && !settled && this.entitlement.mayChange(complaint.asMatter()),
				this.decisions.preview(number), this.remedies.granted(number));
	}

	/**
	 * A point with the name of who decided it, or {@code null}.
	 */
	record Line(ComplaintPoint point, String decider) {
	}

	/**
	 * The sheet.
	 *
	 * @param complaint the complaint
	 * @param lines its points, in their order
	 * @param settled whether the decision is written, so that nothing changes any more
	 * @param editable whether whoever looks may change something
	 * @param letter how the decision would read now
	 * @param remedies what was granted, oldest first
	 */
	record Sheet(Complaint complaint, List<Line> lines, boolean settled, boolean editable, DecisionDraft letter,
			List<GrantedRemedy> remedies) {

		/** As many points nobody has decided. */
		public long open() {
			return this.lines.stream().filter((line) -> line.point().isOpen()).count();
		}

	}

}
