#include "report/certificate_json.h"

#include "json/writer.h"

namespace cadre::report {
namespace {

using propose::Certificate;
using propose::CertifiedMove;
using propose::Objective;
using propose::ProofNode;
using propose::ProofPart;
using propose::ProofPoint;
using propose::Weights;
using Layout = JsonWriter::Layout;

class Writer {
 public:
  explicit Writer(const Certificate& certificate) : certificate_(certificate) {}

  std::string write() {
    out_.beginObject(Layout::kLines);
    out_.key("format").string(kCertificateFormat);
    out_.key("version").integer(kCertificateVersion);
    out_.key("scenario").string(certificate_.scenario);
    out_.key("round").string(certificate_.round);
    out_.key("within").string(certificate_.within);
    if (certificate_.unit) out_.key("unit").string(*certificate_.unit);
    out_.key("calm").boolean(certificate_.calm);
    out_.key("objective");
    objective(certificate_.objective);
    out_.key("bound");
    objective(certificate_.bound);
    out_.key("moves").beginArray(Layout::kLines);
    for (const CertifiedMove& move : certificate_.moves) {
      out_.beginObject();
      out_.key("cadre").string(move.cadre);
      out_.key("to");
      if (move.to) {
        out_.string(*move.to);
      } else {
        out_.null();
      }
      out_.endObject();
    }
    out_.endArray();
    out_.key("parts").beginArray(Layout::kLines);
    for (const ProofPart& part : certificate_.parts) write(part);
    out_.endArray();
    out_.endObject();
    return out_.take() + "\n";
  }

 private:
  void write(const ProofPart& part) {
    out_.beginObject(Layout::kLines);
    out_.key("posts").beginArray();
    for (const std::string& post : part.posts) out_.string(post);
    out_.endArray();
    out_.key("points").beginArray(Layout::kLines);
    for (const ProofPoint& point : part.points) write(point);
    out_.endArray();
    out_.endObject();
  }

  void write(const ProofPoint& point) {
    out_.beginObject(Layout::kLines);
    if (point.most) out_.key("most").integer(*point.most);
    out_.key("bound");
    if (point.bound) {
      objective(*point.bound);
      out_.key("weights");
      weights(point.weights);
    } else {
      out_.null();
    }
    out_.key("nodes").beginArray(Layout::kLines);
    for (const ProofNode& node : point.nodes) write(node);
    out_.endArray();
    out_.endObject();
  }

  void write(const ProofNode& node) {
    out_.beginObject();
    if (!node.split.empty()) {
      out_.key("split").string(node.split);
      out_.key("at").integer(node.at);
    }
    if (node.multipliers) {
      whole("scale", node.multipliers->scale);
      out_.key("rows").beginObject();
      for (const auto& [row, multiplier] : node.multipliers->rows) whole(row, multiplier);
      out_.endObject();
    }
    out_.endObject();
  }

  void objective(const Objective& value) {
    out_.beginObject();
    out_.key("shortfall").integer(value.shortfall);
    out_.key("vacant").integer(value.vacant);
    if (certificate_.calm) out_.key("dropped").integer(value.dropped);
    out_.key("moves").integer(value.moves);
    out_.key("cost").integer(value.cost);
    out_.endObject();
  }

  void weights(const Weights& value) {
    out_.beginObject();
    whole("shortfall", value.shortfall);
    whole("vacant", value.vacant);
    if (certificate_.calm) whole("dropped", value.dropped);
    whole("moves", value.moves);
    whole("cost", 1);
    out_.endObject();
  }

  void whole(std::string_view key, std::int64_t value) {
    out_.key(key).string(std::to_string(value));
  }

  const Certificate& certificate_;
  JsonWriter out_;
};

}  // namespace

std::string certificateJson(const Certificate& certificate) { return Writer(certificate).write(); }

}  // namespace cadre::report
