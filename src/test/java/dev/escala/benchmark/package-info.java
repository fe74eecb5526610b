/**
 * Measurements, no part of the build: {@code ./mvnw -Pbenchmark verify}. They print what
 * they find and assert nothing about time.
 */
package dev.escala.benchmark;
