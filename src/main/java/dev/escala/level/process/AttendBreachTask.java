package dev.escala.level.process;

import dev.escala.clock.task.TaskClocks;
import dev.escala.engine.CompletedTask;
import dev.escala.level.Levels;
import dev.escala.level.task.LevelTask;
import dev.escala.matter.MatterNote;
import dev.escala.matter.MatterNotes;
import dev.escala.owner.MatterOwner;
import dev.escala.reference.UserId;

import org.springframework.stereotype.Component;

/** The higher level attends to a deadline that passed (001-09). */
@Component
class AttendBreachTask extends LevelTask {

	private final MatterNotes notes;

	private final MatterOwner owner;

	AttendBreachTask(TaskClocks clocks, Levels levels, MatterNotes notes, MatterOwner owner) {
		super("userTask_attendBreach", clocks, levels);
		this.notes = notes;
		this.owner = owner;
	}

	@Override
	protected void decide(CompletedTask task) {
		String newOwner = task.text("newOwner");
		this.notes.write(task.caseNumber(), MatterNote.Kind.BREACH, task.userId(), "breachNote",
				task.text("breachNote"));
		if (newOwner != null) {
			this.owner.reassign(task.caseNumber(), task.userId(), new UserId(newOwner));
		}
	}

}
