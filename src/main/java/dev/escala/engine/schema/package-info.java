/** The shape that standards prescribe for models. */
@NamedInterface("schema")
package dev.escala.engine.schema;

import org.springframework.modulith.NamedInterface;
