package dev.escala.escalation.process;

import java.util.List;
import java.util.Map;

import dev.escala.clock.NextCommunication;
import dev.escala.customer.Tier;
import dev.escala.escalation.ActionPlan;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.ExceptionRequest;
import dev.escala.escalation.course.CaseProgress;
import dev.escala.escalation.course.ClassifyCase;
import dev.escala.escalation.course.EndCase;
import dev.escala.escalation.course.Exceptions;
import dev.escala.letter.CustomerLetters;
import dev.escala.letter.LetterIntent;
import dev.escala.level.ReachedLevel;
import dev.escala.level.task.LevelVariables;
import dev.escala.matter.ClosingConditions;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.matter.MatterVariables;
import dev.escala.notice.CustomerNotices;
import dev.escala.notice.FirstNotices;
import dev.escala.notice.StaffNotices;
import dev.escala.notice.StaffNotices.Stage;
import dev.escala.reference.CaseNumber;
import dev.escala.rootcause.RootCauseAnalyses;
import org.camunda.bpm.engine.delegate.BpmnError;
import org.camunda.bpm.engine.delegate.JavaDelegate;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The service and business rule tasks of {@code customer-escalation.bpmn}, one bean each.
 */
@Configuration(proxyBeanMethods = false)
class EscalationDelegates {

	private static final Map<String, Object> NOTHING_MORE = Map.of();

	@Bean
	JavaDelegate assessSeverity(ClassifyCase classification, Escalations escalations) {
		return (execution) -> {
			Escalation escalation = classification.assess(new CaseNumber(execution.getProcessBusinessKey()));
			Tier tier = escalations.tier(escalation);
			execution.setVariable(MatterVariables.SEVERITY, escalation.severity().name());
			execution.setVariable(MatterVariables.SEVERITY_LABEL, escalation.severity().label());
			execution.setVariable(MatterVariables.TIER, tier.name());
			execution.setVariable(MatterVariables.CUSTOMER_NAME, escalations.customerName(escalation));
			execution.setVariable(EscalationProcess.CUSTOMER_KNOWN, escalation.customerId() != null);
			execution.setVariable(EscalationProcess.MAJOR, escalation.report().major());
		};
	}

	@Bean
	JavaDelegate assignGroup(ClassifyCase classification) {
		return (execution) -> classification.route(new CaseNumber(execution.getProcessBusinessKey()));
	}

	@Bean
	JavaDelegate announceEscalation(StaffNotices notices, FirstNotices firstNotices) {
		return (execution) -> {
			CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
			notices.tellStakeholders(number, Stage.ANNOUNCE, "announcement", "internal-announcement", NOTHING_MORE);
			firstNotices.announce(number);
		};
	}

	@Bean
	JavaDelegate checkNotices(FirstNotices firstNotices) {
		return (execution) -> execution.setVariable(EscalationProcess.CUSTOMERS_TOLD,
				firstNotices.prove(new CaseNumber(execution.getProcessBusinessKey())));
	}

	/** Only cases that began before their letters had a process of their own call it. */
	@Bean
	JavaDelegate sharePlan(CustomerNotices notices, CaseProgress progress, NextCommunication next,
			Escalations escalations, CustomerLetters letters) {
		return (execution) -> {
			CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
			if (letters.letters(number).stream().noneMatch((letter) -> letter.intent() == LetterIntent.PLAN)) {
				ActionPlan plan = escalations.latestPlan(number).orElseThrow();
				next.told(number);
				notices.tell(number, "plan", "customer-plan", Map.of("message", plan.customerMessage()));
			}
			// Their work does not wait for a letter that somebody else still reads.
			progress.workBegins(number);
		};
	}

	@Bean
	JavaDelegate decideHierarchy(Exceptions exceptions, MatterNotes notes, StaffNotices notices) {
		return (execution) -> {
			CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
			String kind = (String) execution.getVariable(EscalationProcess.EXCEPTION_KIND);
			List<MatterNote> asked = notes.notes(number)
				.stream()
				.filter((note) -> note.kind() == MatterNote.Kind.EXCEPTION_REQUEST)
				.toList();
			String what = asked.isEmpty() ? "" : asked.get(asked.size() - 1).text();
			ReachedLevel reached = exceptions.ask(number,
					(kind == null) ? null
							: new ExceptionRequest(ExceptionRequest.Kind.valueOf(kind),
									(Integer) execution.getVariable(EscalationProcess.EXCEPTION_AMOUNT), what),
					Boolean.TRUE.equals(execution.getVariable(EscalationProcess.EXCEPTION_AGAIN)));
			execution.setVariable(LevelVariables.LEVEL, reached.level());
			notices.tellLevel(number, "exception-" + asked.size(), "internal-exception", Map.of("message", what),
					reached);
		};
	}

	@Bean
	JavaDelegate involveParties(StaffNotices notices, CaseProgress progress) {
		return (execution) -> {
			CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
			if (progress.involveParties(number)) {
				notices.tellStakeholders(number, Stage.MORE_PARTIES, "more-parties", "internal-more-parties",
						NOTHING_MORE);
			}
			execution.setVariable(EscalationProcess.PARTIES_DUE, !progress.awaitsParties(number));
		};
	}

	@Bean
	JavaDelegate announceResolution(StaffNotices notices, ResolutionNews news, CaseProgress progress,
			MatterNotes notes) {
		return (execution) -> {
			CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
			progress.resolutionVerified(number);
			String step = "resolved-" + notes.notes(number)
				.stream()
				.filter((note) -> note.kind() == MatterNote.Kind.VERIFICATION)
				.count();
			notices.tellStakeholders(number, Stage.RESOLVED, step, "internal-resolved", NOTHING_MORE);
			news.tell(number, step);
		};
	}

	@Bean
	JavaDelegate recordRecovery(CaseProgress progress) {
		return (execution) -> {
			progress.recovered(new CaseNumber(execution.getProcessBusinessKey()));
			execution.setVariable(EscalationProcess.RESOLVED, true);
		};
	}

	@Bean
	JavaDelegate decideRca(CaseProgress progress, RootCauseAnalyses analyses) {
		return (execution) -> {
			// Not what the variable says: whoever completes a task may set any variable.
			boolean done = analyses.isShared(new CaseNumber(execution.getProcessBusinessKey()));
			execution.setVariable(EscalationProcess.RCA_DONE, done);
			execution.setVariable(EscalationProcess.RCA_REQUIRED,
					!done && progress.needsRca(new CaseNumber(execution.getProcessBusinessKey())));
		};
	}

	@Bean
	JavaDelegate closeCase(EndCase end, ClosingConditions conditions, CustomerNotices customers, MatterNotes notes) {
		return (execution) -> {
			CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
			if (!conditions.areMet(number)) {
				end.checkAgain(number);
				throw new BpmnError(EscalationProcess.ERROR_OPEN_MATTERS);
			}
			end.close(number, Boolean.TRUE.equals(execution.getVariable(EscalationProcess.RCA_DONE)));
			// Each time that it is closed: a step is told once.
			long before = notes.notes(number)
				.stream()
				.filter((note) -> note.kind() == MatterNote.Kind.REOPENING)
				.count();
			customers.tell(number, (before == 0) ? "closed" : "closed-" + before, "customer-closed", NOTHING_MORE);
		};
	}

	@Bean
	JavaDelegate announceWithdrawal(StaffNotices notices, CustomerNotices customers) {
		return (execution) -> {
			CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
			notices.tellStakeholders(number, Stage.CLOSED, "withdrawn", "internal-withdrawn", NOTHING_MORE);
			customers.tell(number, "withdrawn", "customer-withdrawn", NOTHING_MORE);
		};
	}

	@Bean
	JavaDelegate announceDuplicate(StaffNotices notices, CustomerNotices customers, FirstNotices firstNotices,
			Escalations escalations) {
		return (execution) -> {
			CaseNumber number = new CaseNumber(execution.getProcessBusinessKey());
			CaseNumber original = escalations.get(number).duplicateOf();
			notices.tellStakeholders(number, Stage.CLOSED, "duplicate", "internal-duplicate",
					Map.of("originalNumber", original.value()));
			if (escalations.get(original).isOpen()) {
				notices.tellOwner(original, "merged-" + number, "internal-merged",
						Map.of("duplicateNumber", number.value()));
			}
			// They hear the number and the next date of the case that goes on.
			customers.tell(original, "duplicate-" + number, "customer-duplicate",
					Map.of("duplicateNumber", number.value()), firstNotices.told(number));
		};
	}

}
