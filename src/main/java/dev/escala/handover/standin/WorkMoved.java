package dev.escala.handover.standin;

/** Every task is where it belongs, as far as was seen in this look. */
public record WorkMoved() {

}
