// SPDX-License-Identifier: MIT
#include "lint/serve/PageRequest.h"

#include "lint/support/Suggest.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <vector>

namespace wikivet {

namespace {

/// Arrays and objects in a request: the object and the lists in it.
constexpr int deepestNesting = 2;
/// In a request: more than there are names for. The library looks for each among all before it.
constexpr int mostMembers = 32;
/// Bytes of every string but the text: a path is copied into each finding.
constexpr size_t longestString = 1 << 10;

std::unexpected<Reply> badRequest(std::string_view code, std::string_view message) {
  return std::unexpected(errorReply(400, code, message));
}

/// "line 1, column 7: invalid literal". The library's own words come with an id before them and
/// with what was read last, which may be all of the body.
std::string placeAndCause(std::string_view body, const Json::parse_error &error) {
  std::string_view before = body.substr(0, error.byte > 0 ? error.byte - 1 : 0);
  auto line = std::ranges::count(before, '\n') + 1;
  size_t column = before.size() - (before.rfind('\n') + 1) + 1;
  std::string_view cause = error.what();
  cause = cause.substr(0, cause.find("; last read"));
  size_t words = cause.rfind(" - ");
  if (words != std::string_view::npos)
    cause = cause.substr(words + 3);
  else if (size_t id = cause.find("] "); id != std::string_view::npos)
    cause = cause.substr(id + 2);
  return fmt::format("line {}, column {}: {}", line, column, cause);
}

std::expected<Json, Reply> parseObject(std::string_view body) {
  // Thrown to end the parser, which would read on otherwise.
  struct Refusal {
    const char *cause;
  };
  int members = 0;
  auto watch = [&](int depth, Json::parse_event_t event, Json &) {
    bool opens =
        event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
    if (opens && depth >= deepestNesting)
      throw Refusal{"the body is nested too deeply"};
    if (event == Json::parse_event_t::key && ++members > mostMembers)
      throw Refusal{"the body has too many members"};
    return true;
  };
  Json json;
  try {
    json = Json::parse(body, watch);
  } catch (const Refusal &refusal) {
    return badRequest("invalid-request", refusal.cause);
  } catch (const Json::exception &error) {
    const auto *located = dynamic_cast<const Json::parse_error *>(&error);
    return badRequest("malformed-json",
                      fmt::format("the body is not JSON: {}",
                                  located ? placeAndCause(body, *located) : error.what()));
  }
  if (!json.is_object())
    return badRequest("invalid-request", "the body is not an object");
  return json;
}

/// Reads members by name; the first mistake is kept.
class Members {
public:
  explicit Members(const Json &json) : json(&json) {}

  bool read(const char *name, std::string &to, size_t longest = longestString) {
    const Json *value = find(name);
    if (value && !value->is_string())
      mistake = fmt::format("'{}' is a string", name);
    else if (value && isShort(name, *value, longest))
      to = value->get_ref<const std::string &>();
    return value != nullptr;
  }

  void read(const char *name, bool &to) {
    const Json *value = find(name);
    if (value && !value->is_boolean())
      mistake = fmt::format("'{}' is true or false", name);
    else if (value)
      to = value->get<bool>();
  }

  void read(const char *name, size_t &to) {
    const Json *value = find(name);
    if (value && !value->is_number_unsigned())
      mistake = fmt::format("'{}' is a number from 0 on", name);
    else if (value)
      to = value->get<size_t>();
  }

  void read(const char *name, std::vector<std::string> &to) {
    const Json *value = find(name);
    if (!value)
      return;
    if (!value->is_array() || !std::ranges::all_of(*value, &Json::is_string)) {
      mistake = fmt::format("'{}' is a list of strings", name);
      return;
    }
    for (const Json &item : *value)
      if (isShort(name, item, longestString))
        to.push_back(item.get_ref<const std::string &>());
  }

  /// What is wrong; empty if nothing is. Members that were not asked for are a mistake.
  std::string finish() {
    for (const auto &[name, value] : json->items())
      if (mistake.empty() && std::ranges::find(known, name) == known.end())
        mistake = fmt::format("there is no '{}' in a request{}", name.substr(0, longestName),
                              didYouMean(name.substr(0, longestName), known));
    return mistake;
  }

private:
  static constexpr size_t longestName = 40;

  /// Null for members that are not there, and for null.
  const Json *find(const char *name) {
    known.emplace_back(name);
    auto found = json->find(name);
    return found == json->end() || found->is_null() || !mistake.empty() ? nullptr : &*found;
  }

  bool isShort(const char *name, const Json &string, size_t longest) {
    bool fits = string.get_ref<const std::string &>().size() <= longest;
    if (!fits)
      mistake = fmt::format("'{}' is longer than {} bytes", name, longest);
    return fits;
  }

  const Json *json;
  std::vector<std::string> known;
  std::string mistake;
};

} // namespace

std::expected<PageRequest, Reply> readPageRequest(std::string_view body, PageTask task) {
  std::expected<Json, Reply> json = parseObject(body);
  if (!json)
    return std::unexpected(std::move(json.error()));
  PageRequest request;
  request.path = "<text>";
  Members members(*json);
  bool hasText = members.read("text", request.text, std::string::npos);
  members.read("title", request.title);
  members.read("path", request.path);
  members.read("wiki", request.rules.wiki);
  members.read("preset", request.rules.preset);
  members.read("select", request.rules.select);
  members.read("ignore", request.rules.ignore);
  members.read("set", request.rules.settings);
  if (task == PageTask::Fix) {
    members.read("unsafe", request.unsafe);
    members.read("cosmetic", request.cosmetic);
    std::string finding;
    if (members.read("finding", finding))
      request.finding = std::move(finding);
    members.read("fix", request.fix);
  }
  if (std::string mistake = members.finish(); !mistake.empty())
    return badRequest("invalid-request", mistake);
  if (!hasText)
    return badRequest("invalid-request", "'text' is missing");
  return request;
}

} // namespace wikivet
