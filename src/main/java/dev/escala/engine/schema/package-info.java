/** The shape that standards prescribe for models. Knows nothing of what they mean. */
@NamedInterface("schema")
package dev.escala.engine.schema;

import org.springframework.modulith.NamedInterface;
