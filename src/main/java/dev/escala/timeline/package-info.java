/** What happened to a case, told in sentences that staff read. */
package dev.escala.timeline;
