/** Which variables a process reads, and who writes them: models, forms, beans, code. */
package dev.escala.modelgate.variable;
