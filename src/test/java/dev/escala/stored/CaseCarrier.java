package dev.escala.stored;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Stream;

import dev.escala.reference.CaseNumber;
import dev.escala.support.CaseDriver;
import dev.escala.support.Forms;
import dev.escala.support.ReplyAnswers;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;

/**
 * Carries a case from wherever it waits to its end: jobs that are due run, and each task
 * is completed by somebody to whom it is offered.
 */
class CaseCarrier {

	/** More than any case has. */
	private static final int STEPS = 80;

	private final ProcessEngine engine;

	private final CaseDriver people;

	private final BiConsumer<Task, String> beforeTask;

	/** How each task is completed; what keeps a case from being closed comes first. */
	private final Map<String, Function<String, Map<String, Object>>> forms = new LinkedHashMap<>();

	/**
	 * @param beforeTask sees each task with the person who is about to complete it
	 */
	CaseCarrier(ProcessEngine engine, BiConsumer<Task, String> beforeTask) {
		this.engine = engine;
		this.people = new CaseDriver(engine);
		this.beforeTask = beforeTask;
		besideTheCourse();
		course();
		rootCause();
		request();
	}

	private void besideTheCourse() {
		form("attendBreach", Map.of("breachNote", "Se llama al turno de tarde."));
		form("readMessage", Map.of("messageReading", "approved"));
		form("correctMessage", Map.of("messageText", "Su perito recibe mañana el informe que pidió."));
		this.forms.put("userTask_replyToContact", (number) -> Map.of("replyMessage", "Lo tendrán mañana a las diez.",
				"answers", ReplyAnswers.of(this.engine, new CaseNumber(number))));
		form("updateCustomer", Map.of("customerMessage", "Mañana podrá facturar."));
		form("talkToCustomer", Map.of("talkNote", "Hablamos: el lunes le llamo yo."));
		this.forms.put("userTask_reachCustomers",
				(number) -> Map.of("pendingCustomers",
						this.people.offered(new CaseNumber(number), "userTask_reachCustomers", "openNotices"),
						"noticeOutcome", "told", "noticeReason", "Se lo dije por teléfono."));
		form("recordAnswer", Map.of("customerAnswer", "accepted"));
		form("keepPromise", Map.of("promiseOutcome", "kept", "promiseNote", "Las facturas están enviadas."));
	}

	private void course() {
		form("identifyCustomer", Map.of("customer", "NORTE"));
		form("completeDetails", Forms.details("SUR"));
		form("takeOver", Forms.takeOver());
		form("preparePlan", Forms.plan());
		form("decideException", Map.of("exceptionDecision", "granted", "exceptionGranted", "Envío fuera de corte.",
				"exceptionReason", "Es urgente."));
		form("executePlan", Forms.progress("done"));
		form("declareResolution", Forms.declared("yes"));
		form("verifyResolution", Forms.verified("verified"));
		form("confirmWithCustomer", Forms.usable("yes"));
		form("checkClosing", Forms.closing());
		form("callCustomer", Map.of("callOutcome", "told", "callNote", "Ya lo sabe."));
	}

	private void rootCause() {
		form("writeInternalRca", Forms.analysis("Nadie la vigilaba."));
		// What was composed before apologises in a phrase that is noted today.
		form("reviewCustomerRca", Map.of("rcaReview", "approved", "reviewNote", "Se compuso así."));
		form("shareRca", Map.of());
		form("doAction", Map.of("actionOutcome", "cannot", "actionNote", "Ya no hay cola."));
		form("decideAction", Map.of("actionDecision", "dropped", "actionReason", "Ya no hay cola."));
	}

	private void request() {
		form("acknowledgeRequest", Map.of("acknowledgement", "Lo miro hoy."));
		form("answerRequest", Map.of("answerGiven", "decided", "outcome", "GRANTED", "decision", "Un portal, sí.",
				"reasoning", "Ya lo tenemos."));
		form("passOnAnswer", Map.of("toldText", "Tendrán su portal."));
	}

	private void form(String task, Map<String, Object> form) {
		this.forms.put("userTask_" + task, (number) -> form);
	}

	/** Carries on until nobody and no timer that is due has anything to do. */
	void carry(CaseNumber number) {
		for (int step = 0; step < STEPS; step++) {
			if (!runDue(number) && !completeOne(number)) {
				// What was told goes out, and may be what the case waits for.
				this.people.deliver();
				if (!runDue(number) && this.people.tasks(number).isEmpty()) {
					return;
				}
			}
		}
		throw new AssertionError(number + " does not come to its end: " + this.people.left(number));
	}

	/** Lets time pass in a case as on an idle node, timer by timer. */
	void pass(CaseNumber number, Duration time) {
		Instant end = CaseDriver.now().plus(time);
		for (Optional<Job> next = next(number, end); next.isPresent(); next = next(number, end)) {
			Instant due = next.get().getDuedate().toInstant();
			if (due.isAfter(CaseDriver.now())) {
				CaseDriver.travelTo(due);
			}
			this.people.execute(next.get());
		}
		CaseDriver.travelTo(end);
	}

	private boolean runDue(CaseNumber number) {
		Optional<Job> due = next(number, CaseDriver.now());
		due.ifPresent(this.people::execute);
		return due.isPresent();
	}

	private Optional<Job> next(CaseNumber number, Instant until) {
		return this.people.instances(number)
			.stream()
			.flatMap((instance) -> this.engine.getManagementService()
				.createJobQuery()
				.processInstanceId(instance)
				.active()
				.list()
				.stream())
			.filter((job) -> !job.getDuedate().toInstant().isAfter(until))
			.min(Comparator.comparing(Job::getDuedate).thenComparing(Job::getId));
	}

	private boolean completeOne(CaseNumber number) {
		List<Task> open = this.engine.getTaskService()
			.createTaskQuery()
			.processInstanceBusinessKey(number.value())
			.initializeFormKeys()
			.list();
		if (open.isEmpty()) {
			return false;
		}
		Task task = this.forms.keySet()
			.stream()
			.flatMap((key) -> open.stream().filter((one) -> one.getTaskDefinitionKey().equals(key)))
			.findFirst()
			.orElseThrow(() -> new AssertionError(number + ": nobody knows how to complete " + open));
		String person = person(task);
		this.beforeTask.accept(task, person);
		this.people.complete(task, person, this.forms.get(task.getTaskDefinitionKey()).apply(number.value()));
		return true;
	}

	/** Whose the task is, or somebody to whom it is offered. */
	private String person(Task task) {
		if (task.getAssignee() != null) {
			return task.getAssignee();
		}
		return this.engine.getTaskService()
			.getIdentityLinksForTask(task.getId())
			.stream()
			.flatMap(this::people)
			.sorted()
			.findFirst()
			.orElseThrow(() -> new AssertionError(task.getName() + " is offered to nobody"));
	}

	private Stream<String> people(IdentityLink offered) {
		IdentityService identity = this.engine.getIdentityService();
		return (offered.getGroupId() == null) ? Stream.of(offered.getUserId())
				: identity.createUserQuery().memberOfGroup(offered.getGroupId()).list().stream().map(User::getId);
	}

}
