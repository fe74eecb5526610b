/**
 * What Camunda's REST interfaces answer to a request that they do not carry out: the same
 * as ours. Knows the engine and no feature.
 */
@NamedInterface("rest")
package dev.escala.engine.rest;

import org.springframework.modulith.NamedInterface;
