package dev.escala.inbound.mail;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

@DisplayName("A file is what it contains, not what it is called")
class FileKindTests {

	@ParameterizedTest
	@CsvSource({ "%PDF-1.7, factura.pdf, PDF, factura.pdf", "%PDF-1.7, factura.exe, PDF, factura.exe.pdf",
			"'\u0089PNG\r\n\u001a\n', foto.jpg, PNG, foto.jpg.png",
			"\u00ff\u00d8\u00ff\u00e0, foto.JPG, JPEG, foto.JPG", "MZ programa, factura.pdf, ACTIVE, factura.pdf",
			"\u007fELF, foto.png, ACTIVE, foto.png", "MZ\u0000\u0001, factura.pdf, ACTIVE, factura.pdf",
			"#!/bin/sh, nota.txt, ACTIVE, nota.txt", "<HTML><script>, nota.txt, ACTIVE, nota.txt",
			"hola, nota.bat, ACTIVE, nota.bat", "hola, nota.txt, TEXT, nota.txt", "hola, nota, TEXT, nota.txt",
			"BEGIN:VCARD, eva.vcf, TEXT, eva.vcf", "-----BEGIN PGP, firma.asc, TEXT, firma.asc",
			"<?xml?>, factura.xsig, TEXT, factura.xsig", "'', vacio.pdf, OTHER, vacio.pdf",
			"<svg onload=x>, foto.png, ACTIVE, foto.png",
			"\u00d0\u00cf\u0011\u00e0, viejo.doc, LEGACY_OFFICE, viejo.doc",
			"PK\u0003\u0004 [Content_Types].xml word/document.xml, a.docx, WORD, a.docx",
			"PK\u0003\u0004 [Content_Types].xml word/document.xml word/vbaProject.bin, a.docx, ACTIVE, a.docx",
			"PK\u0003\u0004 cualquier.cosa, a.docx, ARCHIVE, a.docx.zip" })
	void kinds(String content, String name, FileKind kind, String named) {
		FileKind found = FileKind.of(content.getBytes(StandardCharsets.ISO_8859_1), name);

		assertThat(found).isEqualTo(kind);
		assertThat(found.named(name)).isEqualTo(named);
	}

}
