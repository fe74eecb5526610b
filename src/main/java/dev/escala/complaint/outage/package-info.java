/**
 * Mass faults: one text for all complaints of one, by the channel of each. Each complaint
 * keeps its own answer and end. Knows complaints, and nothing of their process.
 */
@NamedInterface("outage")
package dev.escala.complaint.outage;

import org.springframework.modulith.NamedInterface;
