package dev.escala.pipeline.exported;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads XML that a stranger wrote: no document types, no entities, and not without end.
 */
final class SafeXml {

	/** A small archive may unpack to much: more than this is no export. */
	private static final long LONGEST = 500_000_000;

	private SafeXml() {
	}

	static XMLStreamReader reader(InputStream content) throws XMLStreamException {
		XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
		factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
		factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
		factory.setProperty(XMLInputFactory.IS_COALESCING, true);
		return factory.createXMLStreamReader(new Bounded(content));
	}

	private static final class Bounded extends FilterInputStream {

		private long read;

		private Bounded(InputStream content) {
			super(content);
		}

		@Override
		public int read() throws IOException {
			int one = super.read();
			count((one < 0) ? 0 : 1);
			return one;
		}

		@Override
		public int read(byte[] target, int offset, int length) throws IOException {
			int got = super.read(target, offset, length);
			count(Math.max(got, 0));
			return got;
		}

		private void count(int bytes) throws IOException {
			this.read += bytes;
			if (this.read > LONGEST) {
				throw new IOException("A sheet of more than " + LONGEST + " bytes");
			}
		}

	}

}
