/**
 * Files that customers send with a form, not with a mail. Knows no kind of matter.
 */
@NamedInterface("sent")
package dev.escala.inbound.sent;

import org.springframework.modulith.NamedInterface;
