package dev.escala.pursuit.web;

import java.util.List;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.call.PursuitCalls;
import dev.escala.pursuit.loss.Losses;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.pursuit.stage.StageTransitions;
import dev.escala.reference.CaseNumber;

import org.springframework.stereotype.Component;

/** Everything that is known of a pursuit, as the API tells it. */
@Component
class PursuitView {

	private final Pursuits pursuits;

	private final Profiles profiles;

	private final PursuitCalls calls;

	private final StageTransitions transitions;

	private final Losses losses;

	PursuitView(Pursuits pursuits, Profiles profiles, PursuitCalls calls, StageTransitions transitions, Losses losses) {
		this.pursuits = pursuits;
		this.profiles = profiles;
		this.calls = calls;
		this.transitions = transitions;
		this.losses = losses;
	}

	PursuitDetails details(CaseNumber number) {
		Pursuit pursuit = this.pursuits.get(number);
		List<PursuitDetails.Way> ways = pursuit.isOpen() ? this.transitions.from(pursuit)
			.stream()
			.map((way) -> new PursuitDetails.Way(way.to().code(), way.to().name(),
					way.requires().stream().map(Enum::name).sorted().toList(), way.guidance()))
			.toList() : List.of();
		return PursuitDetails.of(pursuit, this.pursuits.became(number).map(Pursuit::number).orElse(null),
				this.profiles.get(number), this.calls.history(pursuit), this.pursuits.history(number), ways,
				this.losses.find(number).orElse(null));
	}

}
