package dev.escala.complaint.abuse;

import java.util.List;
import java.util.Optional;

import dev.escala.reference.CaseNumber;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What follows from abuse of staff in a matter (004-27). */
@Service
@Transactional(readOnly = true)
public class Abuses {

	private final AbuseRepository repository;

	Abuses(AbuseRepository repository) {
		this.repository = repository;
	}

	/** All reports of a matter, oldest first. */
	public List<AbuseReport> of(CaseNumber number) {
		return this.repository.of(number);
	}

	/** Whether one writes to the customer from now on and calls no more. */
	public boolean isLettersOnly(CaseNumber number) {
		return !of(number).isEmpty();
	}

	/** Whether that person has nothing more to do with the matter. */
	public boolean isTakenOut(CaseNumber number, UserId person) {
		return of(number).stream().anyMatch((report) -> report.person().equals(person));
	}

	/** The group that goes on with the matter, where there was abuse. */
	public Optional<String> groupOf(CaseNumber number) {
		return of(number).stream().findFirst().map(AbuseReport::groupId);
	}

}
