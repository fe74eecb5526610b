package dev.escala.contact.process;

import dev.escala.contact.ContactFlow;
import dev.escala.contact.CustomerWish;
import dev.escala.engine.AsSystem;
import dev.escala.level.LevelWork;
import dev.escala.matter.MatterEnded;
import dev.escala.matter.Matters;
import dev.escala.matter.process.CarryingProcess;
import dev.escala.reference.CaseNumber;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Talks to the engine for the contacts of customers. */
@Component
class CamundaContactFlow implements ContactFlow, LevelWork {

	private final Matters matters;

	private final CustomerTalks talks;

	private final CarryingProcess carrying;

	private final ContactReplies replies;

	private final AsSystem asSystem;

	CamundaContactFlow(Matters matters, CustomerTalks talks, CarryingProcess carrying, ContactReplies replies,
			AsSystem asSystem) {
		this.matters = matters;
		this.talks = talks;
		this.carrying = carrying;
		this.replies = replies;
		this.asSystem = asSystem;
	}

	@Override
	public void customerContacted(CaseNumber number) {
		this.asSystem.run(() -> {
			if (this.carrying.leavesToRoom(number, ContactProcess.MESSAGE_CUSTOMER_CONTACTED)) {
				this.replies.ask(number, this.matters.variables(number));
			}
			else {
				this.carrying.tell(number, ContactProcess.MESSAGE_CUSTOMER_CONTACTED);
			}
		});
	}

	@Override
	public void askToTalk(CaseNumber number, CustomerWish wish, Integer level, String groupId) {
		this.asSystem.run(() -> this.talks.ask(number, level, groupId, this.matters.variables(number)));
	}

	@Override
	public boolean awaitsTalk(CaseNumber number, CustomerWish wish) {
		return this.asSystem.call(() -> this.talks.isAwaited(number, wish));
	}

	@Override
	public boolean awaits(CaseNumber number, int level) {
		return this.asSystem.call(() -> this.talks.isAwaitedOf(number, level));
	}

	@EventListener
	void ended(MatterEnded ended) {
		this.asSystem.run(() -> {
			this.talks.end(ended.number());
			this.replies.end(ended.number());
		});
	}

}
