package dev.escala.letter;

import java.util.List;
import java.util.Optional;

import org.springframework.stereotype.Component;

/** Finds what letters of an intent owe besides what every letter does. */
@Component
class LetterDuties {

	private final List<LetterDuty> duties;

	LetterDuties(List<LetterDuty> duties) {
		this.duties = List.copyOf(duties);
	}

	/** The duty, or empty where there is none. */
	Optional<LetterDuty> of(LetterIntent intent) {
		return this.duties.stream().filter((duty) -> duty.intent() == intent).findFirst();
	}

}
