/**
 * What is known of whom is pursued, from why they were chosen to what it is worth to
 * them. Knows no stage.
 */
@NamedInterface("profile")
package dev.escala.pursuit.profile;

import org.springframework.modulith.NamedInterface;
