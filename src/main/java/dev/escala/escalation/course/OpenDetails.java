package dev.escala.escalation.course;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

import dev.escala.escalation.CaseAction;
import dev.escala.escalation.CaseDetail;
import dev.escala.escalation.Escalation;
import dev.escala.escalation.Escalations;
import dev.escala.escalation.persistence.EscalationRepository;
import dev.escala.matter.ClosingCondition;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.Sentences;
import dev.escala.validation.ConflictException;
import dev.escala.validation.NotFoundException;

import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What keeps a case open (001-28): issues that the customer raised, linked records,
 * linked cases of ours that still run.
 */
@Service
@Order(40)
public class OpenDetails implements ClosingCondition {

	private static final Pattern OUR_NUMBER = Pattern.compile("ESC-\\d{4}-\\d{6,}");

	private final Escalations escalations;

	private final EscalationRepository repository;

	private final CaseFile file;

	OpenDetails(Escalations escalations, EscalationRepository repository, CaseFile file) {
		this.escalations = escalations;
		this.repository = repository;
		this.file = file;
	}

	/** What is not settled yet. */
	@Transactional(readOnly = true)
	public List<CaseDetail> list(CaseNumber number) {
		List<CaseDetail> linked = this.escalations.details(number)
			.stream()
			.filter((detail) -> detail.kind().keepsCaseOpen() && detail.settledAt() == null)
			.toList();
		List<CaseNumber> running = this.repository.findAll(
				linked.stream().map(CaseDetail::text).filter(OpenDetails::isOurNumber).map(CaseNumber::new).toList())
			.stream()
			.filter(Escalation::isOpen)
			.map(Escalation::number)
			.toList();
		return linked.stream()
			.filter((detail) -> !isOurCase(detail) || running.contains(new CaseNumber(detail.text())))
			.toList();
	}

	/** Those that a person may settle: not cases that run by themselves. */
	@Transactional(readOnly = true)
	public List<CaseDetail> settleable(CaseNumber number) {
		return list(number).stream().filter((detail) -> !isOurCase(detail)).toList();
	}

	/**
	 * Settles one of them; what is settled already stays as it is.
	 * @throws NotFoundException where the case has no such detail
	 * @throws ConflictException where it is another case of ours that still runs: it is
	 * settled by its own end
	 */
	@Transactional
	public void settle(CaseNumber number, UserId user, long detailId) {
		this.escalations.lockFor(number, CaseAction.ADD_DETAIL);
		CaseDetail detail = this.escalations.details(number)
			.stream()
			.filter((one) -> one.id() == detailId)
			.findFirst()
			.orElseThrow(() -> new NotFoundException(
					number + " no tiene ningún dato con el identificador " + detailId + "."));
		if (list(number).contains(detail) && isOurCase(detail)) {
			throw new ConflictException(detail.text() + " sigue en marcha: quedará resuelto cuando termine.");
		}
		this.file.settle(number, user, detailId);
	}

	@Override
	@Transactional(readOnly = true)
	public Optional<String> obstacle(CaseNumber number) {
		List<String> names = list(number).stream()
			.map((detail) -> Sentences.within(detail.kind().label()) + " «" + detail.text() + "»")
			.toList();
		return names.isEmpty() ? Optional.empty() : Optional.of("siga abierto: " + String.join("; ", names) + ".");
	}

	private boolean isOurCase(CaseDetail detail) {
		return isOurNumber(detail.text()) && this.escalations.find(new CaseNumber(detail.text())).isPresent();
	}

	private static boolean isOurNumber(String text) {
		return OUR_NUMBER.matcher(text).matches();
	}

}
