/** The process of a call to ask how it goes, its tasks and its timer. Decides nothing. */
package dev.escala.followup.process;
