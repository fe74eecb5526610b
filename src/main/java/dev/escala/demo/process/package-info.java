/**
 * Works the demo's cases through the engine, as its people would. Knows nothing that they
 * do not.
 */
package dev.escala.demo.process;
