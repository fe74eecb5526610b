package dev.escala.complaint.attention;

import java.time.Clock;
import java.util.Map;
import java.util.Optional;

import dev.escala.access.Role;
import dev.escala.level.Levels;
import dev.escala.level.ReachedLevel;
import dev.escala.matter.MatterAction;
import dev.escala.matter.Matters;
import dev.escala.notice.StaffNotices;
import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;
import dev.escala.text.DateTexts;
import dev.escala.timeline.Timeline;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Looks after a call back that is owed: reminds the supervisors once, and takes it up a
 * rank where the day passed. It stays owed: nothing of it ends because time ran out.
 */
@Service
@Transactional
public class ChaseCallBack {

	private static final String TEMPLATE = "internal-call-back";

	private final AttentionRepository repository;

	private final Matters matters;

	private final Levels levels;

	private final StaffNotices notices;

	private final CallBackFlow flow;

	private final Timeline timeline;

	private final DateTexts dates;

	private final Clock clock;

	ChaseCallBack(AttentionRepository repository, Matters matters, Levels levels, StaffNotices notices,
			CallBackFlow flow, Timeline timeline, DateTexts dates, Clock clock) {
		this.repository = repository;
		this.matters = matters;
		this.levels = levels;
		this.notices = notices;
		this.flow = flow;
		this.timeline = timeline;
		this.dates = dates;
		this.clock = clock;
	}

	/** Reminds the supervisors, once. */
	public void remind(long id) {
		AttentionRequest request = this.repository.lock(id).orElseThrow();
		if (request.isOpen() && this.repository.reminded(id, this.clock.instant())) {
			this.notices.tellGroup(request.matter(), "call-back-near-" + id, TEMPLATE,
					Map.of("message",
							"Hay que devolver la llamada antes de: " + this.dates.full(request.dueAt()) + "."),
					Role.SUPERVISORS.groupId());
		}
	}

	/** Nobody called that day: the next rank may call too, and is told; once. */
	public void late(long id) {
		AttentionRequest request = this.repository.lock(id).orElseThrow();
		if (!request.isOpen() || !this.repository.missed(id, this.clock.instant())) {
			return;
		}
		CaseNumber number = request.matter();
		this.timeline.add(number, UserId.SYSTEM,
				"El cliente pidió un supervisor y nadie le devolvió la llamada en el mismo día hábil.");
		String group = raised(number).map(ReachedLevel::groupId).orElse(Role.MANAGERS.groupId());
		this.flow.offer(number, id, group);
		this.notices.tellGroup(number, "call-back-late-" + id, TEMPLATE,
				Map.of("message", "Venció sin que nadie llamara: " + this.dates.full(request.dueAt())
						+ ". La llamada se sigue debiendo."),
				group);
	}

	private Optional<ReachedLevel> raised(CaseNumber number) {
		return this.matters.get(number).allows(MatterAction.RAISE_LEVEL)
				? this.levels.raise(number, UserId.SYSTEM).or(() -> this.levels.highest(number)) : Optional.empty();
	}

}
