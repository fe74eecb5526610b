/**
 * Gives a task to somebody who may do it and is there, with a reason. Knows no case.
 */
package dev.escala.handover;
