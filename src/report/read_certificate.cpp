#include <charconv>
#include <limits>
#include <system_error>
#include <utility>

#include "json/parse.h"
#include "plan_io/object_reader.h"
#include "report/certificate_json.h"

namespace cadre::report {
namespace {

using plan_io::ErrorSink;
using plan_io::IntegerRange;
using plan_io::ObjectReader;
using plan_io::Path;
using propose::Certificate;
using propose::CertifiedMove;
using propose::Multipliers;
using propose::Objective;
using propose::ProofNode;
using propose::ProofPart;
using propose::ProofPoint;
using propose::Weights;
using text::Str;

constexpr IntegerRange kAmount = {-999'999'999, 999'999'999};
constexpr IntegerRange kCount = {0, 999'999'999};

// A whole number in quotes; what is none is reported.
std::int64_t whole(const JsonValue& value, const Path& path, ErrorSink& errors) {
  const std::string* text = value.string();
  std::int64_t out = 0;
  if (text != nullptr) {
    const char* end = text->data() + text->size();
    const auto [stop, error] = std::from_chars(text->data(), end, out);
    if (error == std::errc{} && stop == end) return out;
  }
  errors.mismatch(text == nullptr ? ErrorCode::kWrongType : ErrorCode::kBadValue, path, value,
                  Str::expect_whole_in_quotes);
  return 0;
}

std::int64_t whole(ObjectReader& in, std::string_view name) {
  const JsonValue* value = in.required(name, Str::expect_whole_in_quotes);
  return value == nullptr ? 0 : whole(*value, Path(in.path(), name), in.errors());
}

class Reader {
 public:
  explicit Reader(ErrorSink& errors) : errors_(errors) {}

  Certificate read(const JsonValue& root) {
    ObjectReader in(root, root_, errors_);
    if (!in.isObject()) return {};
    if (const std::string format = in.string("format");
        errors_.empty() && format != kCertificateFormat) {
      errors_.mismatch(ErrorCode::kBadValue, Path(root_, "format"), JsonValue{format},
                       std::string(kCertificateFormat));
    }
    const std::int32_t version = in.integer("version", kCount);
    if (errors_.empty() && version != kCertificateVersion) {
      errors_.add(
          ErrorCode::kTooNew, Path(root_, "version"),
          {Str::error_too_new,
           {{"found", std::int64_t{version}}, {"known", std::int64_t{kCertificateVersion}}}});
    }
    if (!errors_.empty()) return {};
    Certificate out;
    out.scenario = in.string("scenario");
    out.round = in.string("round");
    out.within = in.key("within");
    if (in.optional("unit") != nullptr) out.unit = in.string("unit");
    out.calm = is_calm_ = in.boolean("calm");
    out.objective = objective(in, "objective").value_or(Objective{});
    out.bound = objective(in, "bound").value_or(Objective{});
    in.forEach("moves", [&](const JsonValue& value, const Path& path) {
      out.moves.push_back(move(value, path));
    });
    in.forEach("parts", [&](const JsonValue& value, const Path& path) {
      out.parts.push_back(part(value, path));
    });
    return out;
  }

 private:
  // Nothing for null.
  std::optional<Objective> objective(ObjectReader& in, std::string_view name) {
    const JsonValue* value = in.required(name, Str::expect_object);
    if (value == nullptr || value->isNull()) return std::nullopt;
    const Path path(in.path(), name);
    ObjectReader each(*value, path, errors_);
    if (!each.isObject()) return std::nullopt;
    Objective out;
    out.shortfall = each.integer("shortfall", kAmount);
    out.vacant = each.integer("vacant", kAmount);
    if (is_calm_) out.dropped = each.integer("dropped", kAmount);
    out.moves = each.integer("moves", kAmount);
    out.cost = each.integer("cost", kAmount);
    return out;
  }

  Weights weights(ObjectReader& in) {
    Weights out;
    const JsonValue* value = in.required("weights", Str::expect_object);
    if (value == nullptr) return out;
    const Path path(in.path(), "weights");
    ObjectReader each(*value, path, errors_);
    if (!each.isObject()) return out;
    out.shortfall = whole(each, "shortfall");
    out.vacant = whole(each, "vacant");
    out.moves = whole(each, "moves");
    out.dropped = is_calm_ ? whole(each, "dropped") : out.moves;
    if (const std::int64_t cost = whole(each, "cost"); errors_.empty() && cost != 1) {
      errors_.mismatch(ErrorCode::kBadValue, Path(path, "cost"), JsonValue{std::to_string(cost)},
                       std::string("\"1\""));
    }
    return out;
  }

  CertifiedMove move(const JsonValue& value, const Path& path) {
    ObjectReader in(value, path, errors_);
    CertifiedMove out;
    if (!in.isObject()) return out;
    out.cadre = in.string("cadre");
    const JsonValue* to = in.required("to", Str::expect_string);
    if (to != nullptr && !to->isNull()) out.to = in.string("to");
    return out;
  }

  ProofPart part(const JsonValue& value, const Path& path) {
    ObjectReader in(value, path, errors_);
    ProofPart out;
    if (!in.isObject()) return out;
    out.posts = in.strings("posts");
    in.forEach("points", [&](const JsonValue& each, const Path& at) {
      out.points.push_back(point(each, at));
    });
    return out;
  }

  ProofPoint point(const JsonValue& value, const Path& path) {
    ObjectReader in(value, path, errors_);
    ProofPoint out;
    if (!in.isObject()) return out;
    out.most = in.optionalInteger("most", kCount);
    out.bound = objective(in, "bound");
    if (out.bound) out.weights = weights(in);
    in.forEach("nodes",
               [&](const JsonValue& each, const Path& at) { out.nodes.push_back(node(each, at)); });
    return out;
  }

  ProofNode node(const JsonValue& value, const Path& path) {
    ObjectReader in(value, path, errors_);
    ProofNode out;
    if (!in.isObject()) return out;
    if (in.optional("split") != nullptr) {
      out.split = in.key("split");
      out.at = in.integer("at", kAmount);
    }
    const JsonValue* rows = in.optional("rows");
    if (rows == nullptr) {
      if (out.split.empty()) in.required("rows", Str::expect_object);
      return out;
    }
    Multipliers& multipliers = out.multipliers.emplace();
    multipliers.scale = whole(in, "scale");
    const Path at(path, "rows");
    const JsonObject* members = rows->object();
    if (members == nullptr) {
      errors_.mismatch(ErrorCode::kWrongType, at, *rows, Str::expect_object);
      return out;
    }
    for (const auto& [name, multiplier] : *members) {
      multipliers.rows.emplace_back(name, whole(multiplier, Path(at, name), errors_));
    }
    return out;
  }

  Path root_;
  ErrorSink& errors_;
  bool is_calm_ = false;
};

}  // namespace

std::expected<Certificate, Errors> readCertificate(std::string_view text) {
  const Expected<JsonValue> root = parseJson(text);
  if (!root) return std::unexpected(Errors{root.error()});
  ErrorSink errors;
  Certificate out = Reader(errors).read(*root);
  if (!errors.empty()) return std::unexpected(errors.take());
  return out;
}

}  // namespace cadre::report
