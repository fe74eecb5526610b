package dev.escala.escalation.reporter;

import java.util.EnumSet;
import java.util.Set;

import dev.escala.escalation.Milestone;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Of which milestones of the cases that they reported people want to hear by mail. */
@Service
public class ReporterPreferences {

	/** Until somebody chooses: what is worth a mail to everybody. */
	private static final Set<Milestone> DEFAULT = EnumSet.of(Milestone.RESOLVED, Milestone.ENDED);

	private final ReporterPreferenceRepository repository;

	ReporterPreferences(ReporterPreferenceRepository repository) {
		this.repository = repository;
	}

	/** What the person chose, or what counts until they do. */
	@Transactional(readOnly = true)
	public Set<Milestone> of(UserId reporter) {
		return this.repository.find(reporter).orElseGet(() -> EnumSet.copyOf(DEFAULT));
	}

	/** The person chooses; of nothing is a choice, too. */
	@Transactional
	public void choose(UserId reporter, Set<Milestone> wanted) {
		this.repository.keep(reporter, wanted);
	}

}
