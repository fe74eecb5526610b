package dev.escala.monitoring;

import java.util.List;
import java.util.Map;

import dev.escala.access.CurrentUser;
import dev.escala.access.Role;
import dev.escala.validation.ForbiddenException;
import dev.escala.web.Page;
import dev.escala.web.PageRequest;

import org.springframework.stereotype.Service;

/** The findings of the self-audit, for supervisors, managers and administrators. */
@Service
public class Findings {

	/** What a list may be sorted by. */
	public static final List<String> SORTABLE = FindingRepository.SORT.names();

	private final FindingRepository repository;

	private final Checks checks;

	private final CurrentUser currentUser;

	Findings(FindingRepository repository, Checks checks, CurrentUser currentUser) {
		this.repository = repository;
		this.checks = checks;
		this.currentUser = currentUser;
	}

	/**
	 * Lets pass who may read findings.
	 * @throws ForbiddenException for everybody else
	 */
	public void requireReader() {
		if (!this.currentUser.isIn(Role.SUPERVISORS, Role.MANAGERS, Role.ADMINISTRATORS)) {
			throw new ForbiddenException(
					"Lo que encuentra el autocontrol lo leen supervisión, gerencia y administración.");
		}
	}

	/** The kinds of findings that there can be, each with its Spanish sentence. */
	public Map<String, String> kinds() {
		return this.checks.kinds();
	}

	/** The page on which somebody goes on with a finding, or {@code null}. */
	public String page(Finding finding) {
		return this.checks.page(finding.kind(), finding.subject());
	}

	/**
	 * How many are wrong now ({@code true}) and how many are gone ({@code false}).
	 * @param kind only these, or {@code null}
	 * @throws ForbiddenException where the person may not read findings
	 */
	public Map<Boolean, Long> counts(String kind) {
		requireReader();
		return this.repository.counts(kind);
	}

	/**
	 * One part of the list, what is open first.
	 * @param kind only these, or {@code null}
	 * @param open only what is wrong now, only what is gone, or both ({@code null})
	 * @param part which part, ordered by columns of the findings' table
	 * @throws ForbiddenException where the person may not read findings
	 */
	public Page<Finding> list(String kind, Boolean open, PageRequest part) {
		requireReader();
		return this.repository.page(kind, open, part);
	}

}
