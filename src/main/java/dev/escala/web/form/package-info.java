/** By what a form that anybody may fill in is known. Knows no feature and no database. */
@NamedInterface("form")
package dev.escala.web.form;

import org.springframework.modulith.NamedInterface;
