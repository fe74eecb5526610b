/**
 * What is known of whom is pursued, from why they were chosen to what it is worth to
 * them. Knows no stage.
 */
package dev.escala.pursuit.profile;
