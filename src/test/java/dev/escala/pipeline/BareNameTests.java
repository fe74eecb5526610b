package dev.escala.pipeline;

import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class BareNameTests {

	@ParameterizedTest(name = "{0}: {1}")
	@CsvSource(delimiter = '|', textBlock = """
			Atlas Logistics                    | atlas logistics
			ATLAS  LOGISTICS, S. A.            | atlas logistics
			Atlas Logistics S.A.               | atlas logistics
			Atlas Logistics, S.A. de C.V.      | atlas logistics
			Atlas Logistics S A de C V         | atlas logistics
			Atlas Logistics S. de R. L. de C. V. | atlas logistics
			Atlas Logistics, S.L.U.            | atlas logistics
			Atlas Logistics Ltd.               | atlas logistics
			Atlas Logistics (Ltd)              | atlas logistics
			Atlas Logistics GmbH & Co. KG      | atlas logistics
			Atlas Logistics y Cía.             | atlas logistics
			Atlas-Logistics Inc                | atlas logistics
			Ñandú Café, S. L.                  | nandu cafe
			Grupo A, S. A.                     | grupo a
			O'Brien & Co                       | obrien
			Atlas Logistics Madrid             | atlas logistics madrid
			Sociedad General de Aguas          | sociedad general de aguas
			SA                                 | sa
			S. A. Damm                         | s a damm
			Casa Sala                          | casa sala
			3M                                 | 3m
			东方 公司                            | 东方 公司
			***                                | ***
			""")
	@DisplayName("A name is compared without case, accents, punctuation and the legal form at its end")
	void comparesNames(String name, String bare) {
		assertThat(BareName.of(name)).isEqualTo(bare);
		assertThat(BareName.of(bare)).as("comparing twice changes nothing").isEqualTo(bare);
	}

}
