/**
 * Who reports to whom, who is away and who stands in, and who is on duty when. Knows
 * nothing of what they work on.
 */
package dev.escala.staffing;
