/**
 * What customers bought, and what losing one costs. Knows no case.
 */
package dev.escala.retention.value;
