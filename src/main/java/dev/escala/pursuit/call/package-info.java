/**
 * Each try to reach somebody, and when the next one is due by the protocol of contact.
 * Knows no stage.
 */
@NamedInterface("call")
package dev.escala.pursuit.call;

import org.springframework.modulith.NamedInterface;
