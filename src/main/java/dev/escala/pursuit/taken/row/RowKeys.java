package dev.escala.pursuit.taken.row;

/**
 * By what a row is found among those whom we know; each may be {@code null}.
 *
 * @param name of the company, or of a person without any address
 * @param taxId of the company
 * @param domain of its mail, where that tells a company
 * @param email of a person who belongs to no company
 */
record RowKeys(String name, String taxId, String domain, String email) {
}
