/**
 * The key with which a customer follows a complaint, and nothing else. Knows neither what
 * the complaint says nor who complains.
 */
@NamedInterface("key")
package dev.escala.complaint.key;

import org.springframework.modulith.NamedInterface;
