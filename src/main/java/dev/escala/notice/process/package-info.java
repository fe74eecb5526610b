/** The process side of notices: who waits for them, and who reaches whom they did not. */
package dev.escala.notice.process;
