/** How the process engine runs here. Knows no feature. */
package dev.escala.engine;
