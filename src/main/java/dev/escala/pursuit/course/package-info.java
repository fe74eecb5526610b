/**
 * How prospects and opportunities begin, become one another, and are put off. Knows no
 * form and no page.
 */
@NamedInterface("course")
package dev.escala.pursuit.course;

import org.springframework.modulith.NamedInterface;
