/**
 * Complaints that become escalations: the complaint waits, and goes on with what came of
 * it. Knows both, and neither of them knows it.
 */
package dev.escala.escalatedcomplaint;
