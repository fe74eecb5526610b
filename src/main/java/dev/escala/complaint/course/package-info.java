/**
 * What is done with a complaint, from its presentation to its end. Knows no form and no
 * page.
 */
@NamedInterface("course")
package dev.escala.complaint.course;

import org.springframework.modulith.NamedInterface;
