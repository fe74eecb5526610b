/** The checks that look into the process engine. Knows no feature. */
package dev.escala.monitoring.process;
