package dev.escala.escalation.course;

import java.time.Clock;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.escalation.CaseAction;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.Phase;
import dev.escala.escalation.persistence.CaseFileRepository;
import dev.escala.notice.FirstNotice;
import dev.escala.notice.FirstNotices;
import dev.escala.promise.Promises;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.staffing.PersonNames;
import dev.escala.text.Sentences;
import dev.escala.timeline.Timeline;
import dev.escala.validation.ConflictException;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;
import dev.escala.validation.NotFoundException;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes off a case what somebody added to it by mistake. It stays in the history, and
 * nothing goes that something still needs.
 */
@Service
@Transactional
public class UnlinkDetail {

	private static final int LONGEST_REASON = 1000;

	/** A major case needs one of each (001-18). */
	private static final Set<CaseDetail.Kind> NEEDED_BY_MAJOR = EnumSet.of(CaseDetail.Kind.AFFECTED_CUSTOMER,
			CaseDetail.Kind.AFFECTED_SERVICE, CaseDetail.Kind.CONTACT);

	private final Escalations escalations;

	private final CaseFileRepository file;

	private final OpenDetails open;

	private final FirstNotices notices;

	private final Promises promises;

	private final CurrentUser current;

	private final PersonNames names;

	private final Timeline timeline;

	private final Clock clock;

	UnlinkDetail(Escalations escalations, CaseFileRepository file, OpenDetails open, FirstNotices notices,
			Promises promises, CurrentUser current, PersonNames names, Timeline timeline, Clock clock) {
		this.escalations = escalations;
		this.file = file;
		this.open = open;
		this.notices = notices;
		this.promises = promises;
		this.current = current;
		this.names = names;
		this.timeline = timeline;
		this.clock = clock;
	}

	/**
	 * Takes a detail off.
	 * @param detail its id, as somebody chose it
	 * @param reason why it does not belong to the case
	 * @throws NotFoundException where the case has no such detail
	 * @throws ConflictException naming what still needs it, or who took it off before
	 */
	public void unlink(CaseNumber number, UserId user, String detail, String reason) {
		Fields fields = new Fields();
		String chosen = fields.required("detail", "qué se desvincula", detail, 20);
		String why = fields.required("reason", "el motivo", reason, LONGEST_REASON);
		fields.done();
		if (!chosen.matches("\\d{1,18}")) {
			throw new InvalidInputException("detail", "Elija uno de los datos del caso.");
		}
		Escalation escalation = this.escalations.lockFor(number, CaseAction.UNLINK);
		CaseDetail wrong = find(number, Long.parseLong(chosen));
		need(escalation, wrong).ifPresent((need) -> {
			throw new ConflictException("No se puede desvincular " + named(wrong) + ": " + need);
		});
		this.file.unlink(number, wrong.id(), user, this.clock.instant(), why);
		this.timeline.add(number, user, "Desvinculó " + named(wrong) + ", puesto por error. Motivo: " + why);
	}

	private CaseDetail find(CaseNumber number, long id) {
		return this.escalations.details(number).stream().filter((one) -> one.id() == id).findFirst().orElseThrow(() -> {
			Optional<UserId> before = this.file.unlinkedBy(number, id);
			return before
				.map((by) -> (RuntimeException) new ConflictException(
						"Ese dato ya no está vinculado a " + number + ": lo desvinculó " + this.names.name(by) + "."))
				.orElseGet(
						() -> new NotFoundException(number + " no tiene ningún dato con el identificador " + id + "."));
		});
	}

	/** What still needs the detail, as the end of a Spanish sentence. */
	private Optional<String> need(Escalation escalation, CaseDetail detail) {
		return closing(escalation, detail).or(() -> major(escalation, detail)).or(() -> customer(escalation, detail));
	}

	/**
	 * Whoever checks the closing must not make it possible by taking off what it waits
	 * for (001-28); somebody above may, where it really was a mistake.
	 */
	private Optional<String> closing(Escalation escalation, CaseDetail detail) {
		boolean awaited = escalation.phase() == Phase.CLOSE && this.open.list(escalation.number()).contains(detail);
		return (!awaited || this.current.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.DIRECTORS)) ? Optional.empty()
				: Optional
					.of("el cierre de " + escalation.number() + " espera a que se resuelva. Si se puso por error, "
							+ "pida a Supervisión, Gerencia o Dirección que lo desvincule.");
	}

	private Optional<String> major(Escalation escalation, CaseDetail detail) {
		boolean last = escalation.report().major() && NEEDED_BY_MAJOR.contains(detail.kind())
				&& this.escalations.details(escalation.number())
					.stream()
					.filter((one) -> one.kind() == detail.kind())
					.count() == 1;
		return last ? Optional.of("un escalamiento mayor necesita al menos uno. Añada antes el correcto.")
				: Optional.empty();
	}

	/** A customer who heard of the case, or was promised something, waits for news. */
	private Optional<String> customer(Escalation escalation, CaseDetail detail) {
		if (detail.kind() != CaseDetail.Kind.AFFECTED_CUSTOMER) {
			return Optional.empty();
		}
		List<FirstNotice> told = this.notices.notices(escalation.number())
			.stream()
			.filter((notice) -> isTo(notice, detail))
			.toList();
		if (told.stream().anyMatch((notice) -> notice.state().needsPerson())) {
			return Optional.of("su primer aviso está sin decidir. Márquelo antes como «No hace falta».");
		}
		if (told.stream().anyMatch((notice) -> notice.state() != FirstNotice.State.WAIVED)) {
			return Optional.of("ya sabe de este caso y espera noticias nuestras hasta que se cierre.");
		}
		boolean promised = detail.customerId() != null && this.promises.promises(escalation.number())
			.stream()
			.anyMatch((promise) -> promise.isTo(detail.customerId()) && promise.isPending());
		return promised ? Optional.of("hay un compromiso con ese cliente. Retírelo o cúmplalo antes.")
				: Optional.empty();
	}

	private static boolean isTo(FirstNotice notice, CaseDetail detail) {
		return (notice.customerId() == null) ? notice.name().equalsIgnoreCase(detail.text())
				: notice.customerId().equals(detail.customerId());
	}

	private static String named(CaseDetail detail) {
		return Sentences.within(detail.kind().label()) + " «" + detail.text() + "»";
	}

}
