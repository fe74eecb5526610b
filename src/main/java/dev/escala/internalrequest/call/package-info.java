/**
 * Asking while the other side waits on the phone: a sentence to read aloud, and the date
 * that they accept. Knows no form.
 */
@NamedInterface("call")
package dev.escala.internalrequest.call;

import org.springframework.modulith.NamedInterface;
