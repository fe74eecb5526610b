/** How well departments serve each other. Changes no request. */
@NamedInterface("figure")
package dev.escala.internalrequest.figure;

import org.springframework.modulith.NamedInterface;
