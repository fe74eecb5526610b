/** The checks that look into the process engine. */
package dev.escala.monitoring.process;
