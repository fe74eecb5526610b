package dev.escala.pursuit.today;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.Pursuits;
import dev.escala.pursuit.call.CallChannel;
import dev.escala.pursuit.call.NextContact;
import dev.escala.pursuit.call.PursuitCall;
import dev.escala.pursuit.call.PursuitCalls;
import dev.escala.pursuit.profile.Profile;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.pursuit.profile.TargetFigures;
import dev.escala.pursuit.stage.StageGuide;
import dev.escala.text.DateTexts;

import org.springframework.stereotype.Component;

/** Tells whoever makes a call what they need for it. */
@Component
class CallRows {

	/** Fewer digits are no telephone number. */
	private static final int SHORTEST_NUMBER = 5;

	private final Pursuits pursuits;

	private final PursuitCalls calls;

	private final Profiles profiles;

	private final StageGuide guide;

	private final DateTexts dates;

	private final Clock clock;

	CallRows(Pursuits pursuits, PursuitCalls calls, Profiles profiles, StageGuide guide, DateTexts dates, Clock clock) {
		this.pursuits = pursuits;
		this.calls = calls;
		this.profiles = profiles;
		this.guide = guide;
		this.dates = dates;
		this.clock = clock;
	}

	CallToday of(DueCall due) {
		Pursuit pursuit = this.pursuits.get(due.number());
		Profile profile = this.profiles.get(due.number());
		List<PursuitCall> history = this.calls.history(pursuit);
		Optional<NextContact> next = this.calls.next(pursuit);
		Instant now = this.clock.instant();
		return new CallToday(due.number(), pursuit.partyName(), profile.contactName(), profile.contactTitle(),
				profile.contactPhone(), dial(profile.contactPhone()), profile.contactEmail(), pursuit.standing().name(),
				why(pursuit, due, history, next), next.map(NextContact::channel).orElse(CallChannel.PHONE).name(),
				due.at(), when(due, now), due.at().isBefore(now), pursuit.ownerId() != null, pursuit.plan().deferrals(),
				plain(this.guide.text(pursuit)), plain(this.guide.script(pursuit)),
				this.profiles.figures(due.number()).map(TargetFigures::told).orElse(null), lastNote(history));
	}

	private String why(Pursuit pursuit, DueCall due, List<PursuitCall> history, Optional<NextContact> next) {
		return switch (due.cause()) {
			case PROMISE -> "Se prometió volver a llamar el " + this.dates.full(due.at()) + times(pursuit);
			case FIRST -> "Primer contacto: nadie lo ha intentado todavía. Viene de: " + pursuit.capture().label();
			case NEXT -> next
				.map((one) -> "Intento " + (attempts(history) + 1) + " del protocolo, por " + one.channel().label()
						+ ": " + one.reason())
				.orElse(history.isEmpty() ? "Escribió, y espera que se le llame" : "Toca el contacto que se acordó");
		};
	}

	private static String times(Pursuit pursuit) {
		int times = pursuit.plan().deferrals();
		return (times == 0) ? "" : (times == 1) ? ". Se ha aplazado una vez" : ". Se ha aplazado " + times + " veces";
	}

	/** How often nobody answered since somebody did. */
	private static int attempts(List<PursuitCall> history) {
		int attempts = 0;
		while (attempts < history.size() && !history.get(history.size() - 1 - attempts).said().result().isTalk()) {
			attempts++;
		}
		return attempts;
	}

	private String when(DueCall due, Instant now) {
		if (!due.at().isBefore(now)) {
			return "Toca el " + this.dates.full(due.at());
		}
		Duration late = Duration.between(due.at(), now);
		String span = (late.toDays() > 1) ? late.toDays() + " días"
				: (late.toDays() == 1) ? "un día" : (late.toHours() > 1) ? late.toHours() + " horas"
						: (late.toHours() == 1) ? "una hora" : "menos de una hora";
		return ((due.cause() == DueCall.Cause.FIRST) ? "Espera desde hace " : "Vencida hace ") + span;
	}

	private static String dial(String phone) {
		String digits = (phone == null) ? "" : phone.replaceAll("[^0-9]", "");
		return (digits.length() < SHORTEST_NUMBER) ? null : (phone.strip().startsWith("+") ? "+" : "") + digits;
	}

	/** Without the signs of a form: a page has its own. */
	private static String plain(String text) {
		return text.replace("**", "");
	}

	private String lastNote(List<PursuitCall> history) {
		return history.stream()
			.filter((call) -> call.said().note() != null)
			.reduce((one, later) -> later)
			.map((call) -> this.dates.brief(call.at()) + ": " + call.said().note())
			.orElse(null);
	}

}
