/** Who reports to whom, who is away and who stands in, and who is on duty when. */
package dev.escala.staffing;
