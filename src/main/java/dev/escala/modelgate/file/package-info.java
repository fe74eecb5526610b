/** Models as text: processes, tables, forms and their drawing. Runs nothing of them. */
@NamedInterface("file")
package dev.escala.modelgate.file;

import org.springframework.modulith.NamedInterface;
