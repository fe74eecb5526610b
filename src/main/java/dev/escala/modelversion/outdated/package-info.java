/**
 * Models of owners that no longer fit: found when a release starts, named, and kept for
 * what runs. Knows no rule of the gate and changes nobody's file.
 */
@NamedInterface("outdated")
package dev.escala.modelversion.outdated;

import org.springframework.modulith.NamedInterface;
