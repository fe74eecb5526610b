/**
 * The figures by which the attention to customers is evaluated each year (Ley 10/2025,
 * art. 21). Reads what happened and changes nothing; knows no text that anybody wrote.
 */
@NamedInterface("figure")
package dev.escala.complaint.figure;

import org.springframework.modulith.NamedInterface;
