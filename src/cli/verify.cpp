#include "cli/verify.h"

#include "cli/shared.h"
#include "json/writer.h"
#include "platform/file_io.h"
#include "propose/certificate/check_certificate.h"
#include "report/certificate_json.h"
#include "report/proposal_parts.h"
#include "text/format.h"

namespace cadre::cli {

using propose::Certificate;
using text::Str;

Expected<void> writeCertificate(const std::optional<Certificate>& certificate,
                                const propose::Proposal& proposal, const Arguments& arguments,
                                Outcome& outcome) {
  const auto say = [&](const Message& message) {
    outcome.err += "cadre-plan: " + text::render(message, arguments.language) + "\n";
  };
  if (!certificate) {
    say({Str::certificate_none, {}});
    return {};
  }
  if (certificate->bound < proposal.bound) {
    say({Str::certificate_proves_less,
         {{"bound", report::objectiveText(certificate->bound, arguments.language)}}});
  }
  return platform::writeFile(*arguments.certificate, report::certificateJson(*certificate));
}

Outcome verifyOne(const Plan& plan, const Arguments& arguments) {
  const text::Language language = arguments.language;
  const Expected<std::string> text = platform::readFile(*arguments.certificate);
  if (!text) return fileErrors(*arguments.certificate, {text.error()}, language);
  const std::expected<Certificate, Errors> certificate = report::readCertificate(*text);
  if (!certificate) return fileErrors(*arguments.certificate, certificate.error(), language);
  const std::expected<void, Message> checked = propose::checkCertificate(plan, *certificate);
  Outcome out;
  if (!checked) {
    const std::string why = text::render(checked.error(), language);
    out.status = kNotGood;
    if (arguments.json) {
      JsonWriter json;
      json.beginObject();
      json.key("valid").boolean(false);
      json.key("why").string(why);
      json.endObject();
      out.out = json.take() + "\n";
    } else {
      out.out = text::render(Message{Str::certificate_not_valid, {{"why", why}}}, language) + "\n";
    }
    return out;
  }
  const bool is_best = certificate->bound == certificate->objective;
  if (arguments.json) {
    JsonWriter json;
    json.beginObject();
    json.key("valid").boolean(true);
    report::writeObjective(json, "objective", certificate->objective, certificate->calm);
    report::writeObjective(json, "bound", certificate->bound, certificate->calm);
    json.endObject();
    out.out = json.take() + "\n";
    return out;
  }
  out.out =
      text::render(Message{is_best ? Str::certificate_valid : Str::certificate_valid_bound,
                           {{"objective", report::objectiveText(certificate->objective, language)},
                            {"bound", report::objectiveText(certificate->bound, language)}}},
                   language) +
      "\n";
  return out;
}

}  // namespace cadre::cli
