package dev.escala.complaint.print;

import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.logging.Level;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import org.thymeleaf.TemplateEngine;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templatemode.TemplateMode;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/**
 * Prints one kind of document as PDF/A-2b (ISO 19005-2): fonts and colours travel with
 * the file, so that it reads the same in thirty years.
 */
public final class ArchivePdf {

	private static final byte[] COLOURS = ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData();

	static {
		// How long it took to read a style sheet is nobody's business.
		XRLog.listRegisteredLoggers().forEach((name) -> XRLog.setLevel(name, Level.WARNING));
	}

	private final TemplateEngine engine = engine();

	private final String template;

	private final String style;

	/**
	 * The documents of a template.
	 * @param name of the folder in {@code templates}, of its page and of its style sheet
	 */
	public ArchivePdf(String name) {
		this.template = file(name, ".html");
		this.style = file(name, ".css");
	}

	/** Makes the file. */
	public byte[] print(Locale language, Map<String, Object> values) {
		Map<String, Object> all = new HashMap<>(values);
		all.put("style", this.style);
		String page = this.engine.process(this.template, new Context(language, all));
		try (ByteArrayOutputStream file = new ByteArrayOutputStream()) {
			PdfRendererBuilder builder = new PdfRendererBuilder();
			builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_2_B);
			builder.useColorProfile(COLOURS);
			builder.withProducer("Escala");
			// Nothing is fetched, whatever somebody wrote.
			builder.useExternalResourceAccessControl((address, type) -> false,
					ExternalResourceControlPriority.RUN_BEFORE_RESOLVING_URI);
			Faces.register(builder);
			builder.withHtmlContent(page, null);
			builder.toStream(file);
			builder.run();
			return file.toByteArray();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static TemplateEngine engine() {
		StringTemplateResolver strings = new StringTemplateResolver();
		strings.setTemplateMode(TemplateMode.XML);
		SpringTemplateEngine engine = new SpringTemplateEngine();
		engine.setTemplateResolver(strings);
		return engine;
	}

	private static String file(String name, String end) {
		try (InputStream stream = ArchivePdf.class.getResourceAsStream("/templates/" + name + "/" + name + end)) {
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
