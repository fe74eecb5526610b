package dev.escala.complaint.classification;

import java.util.Objects;

import dev.escala.complaint.regime.Sector;
import dev.escala.customer.Product;
import dev.escala.customer.Tier;
import dev.escala.validation.Fields;

/**
 * What is known of a complaint, as far as it decides how bad it is and who handles it;
 * valid by construction.
 *
 * @param kind what it is
 * @param reason code of its reason in the table {@code complaintReasons}
 * @param sector what the company sells
 * @param product what it is about
 * @param tier of the customer
 * @param circumstances what makes it worse
 */
public record ComplaintTraits(ComplaintKind kind, String reason, Sector sector, Product product, Tier tier,
		Circumstances circumstances) {

	public ComplaintTraits {
		Objects.requireNonNull(kind, "A complaint has a kind");
		Objects.requireNonNull(reason, "A complaint has a reason");
		Objects.requireNonNull(sector, "A company has a sector");
		product = (product == null) ? Product.OTHER : product;
		tier = (tier == null) ? Tier.STANDARD : tier;
		circumstances = (circumstances == null) ? Circumstances.NONE : circumstances;
	}

	/**
	 * What makes a complaint worse, or asks for care.
	 *
	 * @param publicExposure whether it stands on networks or sites (004-49)
	 * @param brokenPromise whether somebody gave their word and did not keep it (004-46)
	 * @param vulnerable whether the person says that they are vulnerable; nobody asks for
	 * a proof (Ley 10/2025, art. 15.2)
	 * @param elderly whether the person is 65 or older (Ley 10/2025, art. 3.13)
	 * @param lettersOnly whether the person abused somebody of the staff (004-27)
	 * @param transfers how often it went from team to team (004-43)
	 */
	public record Circumstances(boolean publicExposure, boolean brokenPromise, boolean vulnerable, boolean elderly,
			boolean lettersOnly, int transfers) {

		/** Nothing of all that. */
		public static final Circumstances NONE = new Circumstances(false, false, false, false, false, 0);

		public Circumstances {
			if (transfers < 0) {
				Fields fields = new Fields();
				fields.refuse("transfers", "Los traspasos se cuentan desde 0.");
				fields.done();
			}
		}

	}

}
