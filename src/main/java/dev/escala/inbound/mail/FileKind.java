package dev.escala.inbound.mail;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What a file is, by what it contains; its name and what the mail says are not proof. */
public enum FileKind {

	PDF("application/pdf", "pdf"), PNG("image/png", "png"), JPEG("image/jpeg", "jpg", "jpeg"), GIF("image/gif", "gif"),
	WEBP("image/webp", "webp"), TIFF("image/tiff", "tif", "tiff"), HEIC("image/heic", "heic", "heif"),
	WORD("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
	EXCEL("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
	POWERPOINT("application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
	OPEN_DOCUMENT("application/vnd.oasis.opendocument", "odt", "ods", "odp"),
	TEXT("text/plain", "txt", "csv", "tsv", "log", "md", "json", "xml", "yaml", "yml", "ini", "cfg", "conf", "edi",
			"eml", "ics", "vcs", "vcf", "asc", "sig", "xsig", "pgp", "gpg", "pem", "crt", "cer", "key", "p7s", "p7m",
			"gpx", "kml"),
	ARCHIVE("application/zip", "zip"),
	/** Office files of before 2007, and installers, which look the same. */
	LEGACY_OFFICE("application/x-ole-storage", "doc", "xls", "ppt", "msg"),
	/**
	 * Programs, scripts, pages and office files with macros, also such as run by their
	 * ending.
	 */
	ACTIVE("application/octet-stream"), OTHER("application/octet-stream");

	/** What is taken where nobody configured anything else. */
	public static final Set<FileKind> HARMLESS = Set.of(PDF, PNG, JPEG, GIF, WEBP, TIFF, HEIC, WORD, EXCEL, POWERPOINT,
			OPEN_DOCUMENT, TEXT);

	/** How programs of Windows, Linux, macOS and Java begin. */
	private static final List<String> PROGRAMS = List.of("MZ", "\u007fELF", "\u00ca\u00fe\u00ba\u00be",
			"\u00cf\u00fa\u00ed\u00fe", "\u00fe\u00ed\u00fa");

	/** Endings of texts that some program runs or shows as a page. */
	private static final Set<String> RUN = Set.of("bat", "cmd", "com", "ps1", "psm1", "psd1", "vb", "vbs", "vbe", "bas",
			"js", "jse", "mjs", "wsf", "wsh", "wsc", "sct", "hta", "htm", "html", "xhtml", "shtml", "mht", "mhtml",
			"svg", "xsl", "xslt", "sh", "bash", "zsh", "csh", "command", "py", "pyw", "pl", "rb", "php", "lua", "tcl",
			"jsp", "asp", "aspx", "cgi", "reg", "inf", "ins", "isp", "job", "lnk", "url", "website", "webloc",
			"desktop", "scf", "application", "appref-ms", "settingcontent-ms", "library-ms", "search-ms",
			"searchconnector-ms", "theme", "jnlp", "msc", "msh", "xll", "slk", "iqy", "dqy", "oqy", "rqy", "odc", "exe",
			"dll", "scr", "pif", "cpl", "jar", "class", "swf", "applescript", "scpt", "terminal", "diagcab", "rdp",
			"vcxproj", "csproj", "gadget");

	private static final int TEXT_PROOF = 65_536;

	private final String mediaType;

	private final List<String> endings;

	FileKind(String mediaType, String... endings) {
		this.mediaType = mediaType;
		this.endings = List.of(endings);
	}

	/** The media type as which it is given out. */
	public String mediaType() {
		return this.mediaType;
	}

	/** The name, with an ending that tells the truth about what is in it. */
	public String named(String name) {
		return this.endings.isEmpty() || this.endings.contains(ending(name)) ? name : name + "." + this.endings.get(0);
	}

	/** Says what the file is. */
	public static FileKind of(byte[] content, String name) {
		if (content.length == 0) {
			return OTHER;
		}
		if (PROGRAMS.stream().anyMatch((sign) -> starts(content, 0, sign))) {
			return ACTIVE;
		}
		if (starts(content, 0, "%PDF-")) {
			return PDF;
		}
		if (starts(content, 0, "\u0089PNG\r\n\u001a\n")) {
			return PNG;
		}
		if (starts(content, 0, "\u00ff\u00d8\u00ff")) {
			return JPEG;
		}
		if (starts(content, 0, "GIF87a") || starts(content, 0, "GIF89a")) {
			return GIF;
		}
		if (starts(content, 0, "RIFF") && starts(content, 8, "WEBP")) {
			return WEBP;
		}
		if (starts(content, 0, "II*\0") || starts(content, 0, "MM\0*")) {
			return TIFF;
		}
		if (starts(content, 4, "ftyphei") || starts(content, 4, "ftypmif1")) {
			return HEIC;
		}
		if (starts(content, 0, "PK\u0003\u0004")) {
			return packed(content);
		}
		if (starts(content, 0, "\u00d0\u00cf\u0011\u00e0")) {
			return LEGACY_OFFICE;
		}
		return isText(content) ? text(content, name) : OTHER;
	}

	/** Reads the names in the archive only: nothing is ever unpacked. */
	private static FileKind packed(byte[] content) {
		String names = new String(content, StandardCharsets.ISO_8859_1);
		if (names.contains("vbaProject")) {
			return ACTIVE;
		}
		if (starts(content, 30, "mimetypeapplication/vnd.oasis.opendocument.")) {
			return names.contains("Basic/") || names.contains("Scripts/") ? ACTIVE : OPEN_DOCUMENT;
		}
		if (names.contains("[Content_Types].xml")) {
			return names.contains("word/document.xml") ? WORD : names.contains("xl/workbook.xml") ? EXCEL
					: names.contains("ppt/presentation.xml") ? POWERPOINT : ARCHIVE;
		}
		return ARCHIVE;
	}

	private static FileKind text(byte[] content, String name) {
		String begin = new String(content, 0, Math.min(content.length, 4096), StandardCharsets.ISO_8859_1)
			.toLowerCase(Locale.ROOT);
		String ending = ending(name);
		// A mail may have pages in it, and is opened by a mail program.
		boolean mail = ending.equals("eml") && begin.matches("(?s)[a-z-]{2,40}:.*");
		boolean page = !mail
				&& List.of("<html", "<!doctype html", "<svg", "<script", "#!").stream().anyMatch(begin::contains);
		if (page || RUN.contains(ending)) {
			return ACTIVE;
		}
		return ending.isEmpty() || TEXT.endings.contains(ending) ? TEXT : OTHER;
	}

	private static boolean isText(byte[] content) {
		for (int i = 0; i < Math.min(content.length, TEXT_PROOF); i++) {
			int c = content[i] & 0xff;
			if (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f' && c != 0x1b) {
				return false;
			}
		}
		return true;
	}

	private static boolean starts(byte[] content, int offset, String with) {
		byte[] sign = with.getBytes(StandardCharsets.ISO_8859_1);
		return content.length >= offset + sign.length
				&& Arrays.equals(content, offset, offset + sign.length, sign, 0, sign.length);
	}

	private static String ending(String name) {
		int dot = name.lastIndexOf('.');
		return (dot < 0) ? "" : name.substring(dot + 1).toLowerCase(Locale.ROOT);
	}

}
