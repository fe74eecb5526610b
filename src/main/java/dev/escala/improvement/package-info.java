/**
 * Improvements: what is looked at or changed although no case asks for it (004-39 to
 * 004-42, 004-48). Each is carried by a corrective action. Knows no process.
 */
package dev.escala.improvement;
