#include "ui/preferences.h"

#include <array>
#include <cstdlib>

#include "json/parse.h"
#include "json/writer.h"

namespace cadre::ui {
namespace {

std::string_view textOf(const JsonValue& root, std::string_view name) {
  const JsonValue* member = root.member(name);
  const std::string* text = member == nullptr ? nullptr : member->string();
  return text == nullptr ? std::string_view() : *text;
}

bool flagOf(const JsonValue& root, std::string_view name, bool fallback) {
  const JsonValue* member = root.member(name);
  const bool* flag = member == nullptr ? nullptr : member->boolean();
  return flag == nullptr ? fallback : *flag;
}

// Views clamp it to the range that the screen allows.
float shareOf(const JsonValue& root, std::string_view name, float fallback) {
  const JsonValue* member = root.member(name);
  const JsonNumber* number = member == nullptr ? nullptr : member->number();
  if (number == nullptr) return fallback;
  const double value = std::strtod(number->text.c_str(), nullptr);
  return value > 0.0 && value < 1.0 ? static_cast<float>(value) : fallback;
}

constexpr std::array<std::string_view, 3> kScopes = {"one", "short", "picked"};

std::vector<std::string> textsOf(const JsonValue& root, std::string_view name) {
  std::vector<std::string> out;
  const JsonValue* member = root.member(name);
  const JsonArray* items = member == nullptr ? nullptr : member->array();
  if (items == nullptr) return out;
  for (const JsonValue& item : *items) {
    if (const std::string* text = item.string()) out.push_back(*text);
  }
  return out;
}

void writeTexts(JsonWriter& out, const std::vector<std::string>& texts) {
  out.beginArray();
  for (const std::string& text : texts) out.string(text);
  out.endArray();
}

void writeMeeting(JsonWriter& out, const MeetingPreferences& meeting) {
  out.key("meeting").beginObject();
  out.key("scope").string(kScopes.at(static_cast<std::size_t>(meeting.scope)));
  out.key("picked");
  writeTexts(out, meeting.picked);
  out.key("masks_names").boolean(meeting.masks_names);
  out.endObject();
}

MeetingPreferences readMeeting(const JsonValue& meeting) {
  MeetingPreferences out;
  for (std::size_t i = 0; i < kScopes.size(); ++i) {
    if (textOf(meeting, "scope") == kScopes.at(i)) out.scope = static_cast<MeetingScope>(i);
  }
  out.picked = textsOf(meeting, "picked");
  out.masks_names = flagOf(meeting, "masks_names", out.masks_names);
  return out;
}

}  // namespace

std::string writePreferences(const Preferences& preferences) {
  JsonWriter out;
  out.beginObject();
  out.key("language").string(preferences.language == text::Language::kEnglish ? "en" : "vi");
  out.key("theme").string(preferences.theme == ThemeKind::kDark           ? "dark"
                          : preferences.theme == ThemeKind::kHighContrast ? "high_contrast"
                                                                          : "light");
  out.key("districts_as_list").boolean(preferences.districts_as_list);
  out.key("left_share").number(static_cast<double>(preferences.left_share));
  out.key("bottom_share").number(static_cast<double>(preferences.bottom_share));
  out.key("inspector_open").boolean(preferences.inspector_open);
  out.key("last_place").beginObject();
  out.key("scenario").string(preferences.last_visit.scenario);
  out.key("round").string(preferences.last_visit.round);
  out.key("quota").string(preferences.last_visit.quota);
  out.key("unit").string(preferences.last_visit.unit);
  out.key("work_view").string(preferences.last_visit.work_view);
  out.key("lower_view").string(preferences.last_visit.lower_view);
  out.endObject();
  writeMeeting(out, preferences.meeting);
  out.key("with_password");
  writeTexts(out, preferences.with_password);
  out.endObject();
  return out.take();
}

Preferences readPreferences(std::string_view json) {
  Preferences out;
  const Expected<JsonValue> root = parseJson(json);
  if (!root) return out;
  if (textOf(*root, "language") == "en") out.language = text::Language::kEnglish;
  if (textOf(*root, "theme") == "dark") out.theme = ThemeKind::kDark;
  if (textOf(*root, "theme") == "high_contrast") out.theme = ThemeKind::kHighContrast;
  out.districts_as_list = flagOf(*root, "districts_as_list", out.districts_as_list);
  out.left_share = shareOf(*root, "left_share", out.left_share);
  out.bottom_share = shareOf(*root, "bottom_share", out.bottom_share);
  out.inspector_open = flagOf(*root, "inspector_open", out.inspector_open);
  if (const JsonValue* visit = root->member("last_place")) {
    const auto named = [&](std::string_view name) { return std::string(textOf(*visit, name)); };
    out.last_visit = {named("scenario"), named("round"),     named("quota"),
                      named("unit"),     named("work_view"), named("lower_view")};
  }
  out.with_password = textsOf(*root, "with_password");
  if (const JsonValue* meeting = root->member("meeting")) out.meeting = readMeeting(*meeting);
  return out;
}

}  // namespace cadre::ui
