package dev.escala.corrective;

import dev.escala.reference.CaseNumber;

/**
 * Nothing more is done about an action, nor about one that would follow it; told in the
 * same transaction.
 *
 * @param number the matter that it belongs to
 * @param state how it ended: {@link ActionState#EFFECTIVE} or {@link ActionState#DROPPED}
 */
public record ActionEnded(CaseNumber number, ActionState state) {
}
