/** Who may do what: roles, filter chains, grants, and who is acting now. */
package dev.escala.access;
