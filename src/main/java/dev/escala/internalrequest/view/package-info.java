/** What people see of a request. Changes nothing. */
@NamedInterface("view")
package dev.escala.internalrequest.view;

import org.springframework.modulith.NamedInterface;
