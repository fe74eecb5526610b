package dev.escala.pursuit.stage;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.escala.pursuit.Pursuit;
import dev.escala.pursuit.PursuitKind;
import dev.escala.pursuit.StageKind;
import dev.escala.pursuit.call.NextContact;
import dev.escala.pursuit.call.PursuitCalls;
import dev.escala.pursuit.call.SaidCall;
import dev.escala.pursuit.loss.Losses;
import dev.escala.pursuit.loss.SaidLoss;
import dev.escala.pursuit.profile.Fit;
import dev.escala.pursuit.profile.Profiles;
import dev.escala.reference.UserId;
import dev.escala.text.Amounts;
import dev.escala.text.DateTexts;
import dev.escala.validation.Fields;
import dev.escala.validation.InvalidInputException;

import org.springframework.stereotype.Component;

/**
 * What a step from stage to stage owes: the data that its table asks for, and what its
 * kind always asks for, whatever the table says. A loss has its reason and its lesson, a
 * wait its date, a conversion what they want to buy.
 */
@Component
class StageDuties {

	private static final int LONGEST = 1000;

	private final PursuitCalls calls;

	private final Losses losses;

	private final Profiles profiles;

	private final AgreedDay days;

	private final SentQuotes quotes;

	private final DateTexts dates;

	private final Clock clock;

	StageDuties(PursuitCalls calls, Losses losses, Profiles profiles, AgreedDay days, SentQuotes quotes,
			DateTexts dates, Clock clock) {
		this.calls = calls;
		this.losses = losses;
		this.profiles = profiles;
		this.days = days;
		this.quotes = quotes;
		this.dates = dates;
		this.clock = clock;
	}

	/**
	 * What was said, checked and told.
	 *
	 * @param told a Spanish line for each thing
	 * @param plan what is agreed from then on
	 * @param deal what was offered
	 * @param request what they want to buy, or {@code null}
	 * @param loss why it is lost, or {@code null}
	 */
	record Kept(List<String> told, Pursuit.Plan plan, Pursuit.Deal deal, String request, SaidLoss loss) {
	}

	/**
	 * Notes the call, and checks the rest.
	 * @throws InvalidInputException naming every field that is missing or wrong
	 */
	Kept keep(Pursuit pursuit, UserId by, Transition way, StageMove said) {
		SaidCall call = SaidCall.read(said.call().result(), said.call().channel(), said.call().minutes(),
				said.call().note());
		if (call != null) {
			this.calls.note(pursuit, by, call);
		}
		Set<StageData> owed = owed(way);
		List<String> told = new ArrayList<>();
		Fields fields = new Fields();
		requireCall(pursuit, owed, fields);
		String note = fields.optional("progressNote", "qué se ha hecho", said.note(), LONGEST);
		String request = text(fields, "request", "qué pide", said.request(), owed.contains(StageData.REQUEST));
		Pursuit.Deal deal = deal(fields, pursuit, way.to().kind(), said.offer(), owed);
		Instant resumeAt = owed.contains(StageData.DATE) ? fields.part(() -> this.days.read(pursuit, said.contactOn()))
				: null;
		SaidLoss loss = owed.contains(StageData.REASON)
				? fields.part(() -> this.losses.read(said.loss(), owed.contains(StageData.COMPETITOR))) : null;
		qualify(fields, pursuit, owed, said.fit(), told);
		if (said.leaveAlone() && !way.to().kind().isFinal()) {
			fields.refuse("leaveAlone",
					"A quien pide que no se le llame más no se le sigue: elija una etapa que lo cierre.");
		}
		fields.done();
		tell(told, note, request, deal, pursuit.deal());
		Pursuit.Plan plan = plan(pursuit, way.to(), resumeAt, told);
		if (said.leaveAlone()) {
			this.calls.leaveAlone(pursuit, by);
		}
		return new Kept(told, plan, deal, request, loss);
	}

	private static Set<StageData> owed(Transition way) {
		Set<StageData> owed = EnumSet.noneOf(StageData.class);
		owed.addAll(way.requires());
		if (way.to().kind() == StageKind.LOST || owed.contains(StageData.COMPETITOR)) {
			owed.add(StageData.REASON);
		}
		if (way.to().kind() == StageKind.WAITING) {
			owed.add(StageData.DATE);
		}
		if (way.to().kind() == StageKind.CONVERTED) {
			owed.add(StageData.REQUEST);
		}
		return owed;
	}

	private void requireCall(Pursuit pursuit, Set<StageData> owed, Fields fields) {
		boolean talk = owed.contains(StageData.CONVERSATION);
		if ((talk || owed.contains(StageData.CALL))
				&& !this.calls.calledSince(pursuit.number(), pursuit.standing().since(), talk)) {
			fields.refuse("callResult", talk ? "Para esa etapa hace falta haber hablado: anote la conversación."
					: "Para esa etapa hace falta haber llamado o escrito: anote el intento.");
		}
	}

	private static String text(Fields fields, String field, String label, String value, boolean owed) {
		return owed ? fields.required(field, label, value, LONGEST) : fields.optional(field, label, value, LONGEST);
	}

	/** What was sent through the room of letters need not be written once more. */
	private Pursuit.Deal deal(Fields fields, Pursuit pursuit, StageKind to, StageMove.Offer offer,
			Set<StageData> owed) {
		String quote = (owed.contains(StageData.QUOTE) && !this.quotes.isSentInThisStage(pursuit))
				? fields.requiredLine("quoteReference", "la referencia de la oferta", offer.quote(), 100)
				: fields.optionalLine("quoteReference", "la referencia de la oferta", offer.quote(), 100);
		boolean money = offer.amount() != null || (owed.contains(StageData.AMOUNT) && !this.quotes.isSent(pursuit));
		BigDecimal amount = money ? TypedMoney.amount(fields, offer.amount()) : pursuit.deal().amount();
		String currency = money ? TypedMoney.currency(fields, offer.currency()) : pursuit.deal().currency();
		Pursuit.Deal deal = new Pursuit.Deal((quote != null) ? quote : pursuit.deal().quote(), amount, currency);
		if (pursuit.kind() == PursuitKind.OPPORTUNITY) {
			this.quotes.check(fields, pursuit, to, quote, deal);
		}
		return deal;
	}

	private void qualify(Fields fields, Pursuit pursuit, Set<StageData> owed, StageMove.Fit said, List<String> told) {
		boolean asked = said.need() != null || said.budget() != null || said.feasibility() != null;
		if (!asked && !owed.contains(StageData.QUALIFICATION)) {
			return;
		}
		Fit fit = fields
			.part(() -> this.profiles.qualify(pursuit.number(), said.need(), said.budget(), said.feasibility()));
		if (fit != null) {
			told.add("Calificación: " + (fit.isQualified() ? "encaja" : "no encaja, o no todavía"));
			if (owed.contains(StageData.QUALIFICATION) && !fit.isQualified()) {
				fields.refuse("need",
						"Con esas respuestas la tabla de calificación no lo da por bueno: siga preguntando, acuerde una "
								+ "fecha para volver a llamar o ciérrelo.");
			}
		}
	}

	private static void tell(List<String> told, String note, String request, Pursuit.Deal deal, Pursuit.Deal before) {
		if (note != null) {
			told.add(note);
		}
		if (request != null) {
			told.add("Pide: " + request);
		}
		if (deal.quote() != null && !deal.quote().equals(before.quote())) {
			told.add("Oferta enviada: " + deal.quote());
		}
		if (deal.amount() != null && !deal.equals(before)) {
			told.add("Importe: " + Amounts.said(deal.amount(), deal.currency()));
		}
	}

	private Pursuit.Plan plan(Pursuit pursuit, Stage to, Instant resumeAt, List<String> told) {
		int deferrals = pursuit.plan().deferrals();
		if (to.kind() == StageKind.WAITING) {
			told.add("Fecha acordada: " + this.dates.full(resumeAt));
			return new Pursuit.Plan(null, resumeAt, pursuit.standing().stage(), deferrals + 1);
		}
		Instant next = (to.kind() == StageKind.ACTIVE) ? nextContact(pursuit) : null;
		return new Pursuit.Plan(next, null, null, deferrals);
	}

	private Instant nextContact(Pursuit pursuit) {
		NextContact next = this.calls.next(pursuit).orElse(null);
		if (next == null) {
			return this.quotes.followUp(pursuit).orElse(null);
		}
		if (next.stop() && this.clock.instant().isBefore(next.at())) {
			throw new InvalidInputException("nextStage",
					next.reason() + ": no se insiste más. Ciérrelo o acuerde una fecha más adelante.");
		}
		return next.stop() ? null : next.at();
	}

}
