import java.io.FileInputStream;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

/** Validates files with veraPDF: first argument the flavour (ua1, 3a), then files. Says what failed, and "checked". */
public class Vera {
  public static void main(String[] arguments) throws Exception {
    LogManager.getLogManager().reset();
    VeraGreenfieldFoundryProvider.initialise();
    PDFAFlavour flavour = PDFAFlavour.byFlavourId(arguments[0]);
    for (int at = 1; at < arguments.length; at++) {
      try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(arguments[at]), flavour);
          PDFAValidator validator = Foundries.defaultInstance().createValidator(flavour, false)) {
        ValidationResult result = validator.validate(parser);
        for (TestAssertion each : result.getTestAssertions())
          if (each.getStatus() == TestAssertion.Status.FAILED)
            System.out.println(
                "failed " + arguments[at] + " " + each.getRuleId().getClause() + "-" + each.getRuleId().getTestNumber()
                    + ": " + each.getMessage() + " @ " + each.getLocation().getContext());
        System.out.println((result.isCompliant() ? "checked " : "refused ") + arguments[at]);
      }
    }
  }
}
