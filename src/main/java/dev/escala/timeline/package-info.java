/** What happened to a case, told in sentences that staff read. Knows no kind of case. */
package dev.escala.timeline;
