/**
 * What a complaint is about and how bad it is. Who handles it, and how one talks to the
 * customer first, follow from that. All of it stands in decision tables; knows no
 * complaint, only what is said of one.
 */
@NamedInterface("classification")
package dev.escala.complaint.classification;

import org.springframework.modulith.NamedInterface;
