// SPDX-License-Identifier: MIT
#include "lint/engine/Baseline.h"

#include "lint/support/AtomicFile.h"
#include "lint/support/InputFile.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <tuple>
#include <vector>

namespace wikivet {

using Json = nlohmann::ordered_json;

std::expected<void, Error> Baseline::read(const std::string &path) {
  auto text = InputFile::readWhole(path);
  if (!text)
    return std::unexpected(text.error());
  Json json = Json::parse(*text, nullptr, false);
  auto fail = [&](std::string_view what) {
    return std::unexpected(Error{fmt::format("{}: {}", path, what)});
  };
  if (json.is_discarded() || !json.is_object())
    return fail("this is no baseline: a JSON object was expected");
  if (json.value("version", Json()) != 1)
    return fail("this is no baseline of version 1");
  if (!json.contains("findings") || !json["findings"].is_array())
    return fail("'findings' must be an array");
  auto word = [](const Json &item, const char *key) {
    return item.contains(key) && item[key].is_string() ? item[key].get<std::string>() : "";
  };
  for (const Json &item : json["findings"]) {
    std::string fingerprint = item.is_object() ? word(item, "fingerprint") : "";
    if (fingerprint.empty())
      return fail("each finding must be an object with a 'fingerprint'");
    entries[fingerprint] = {.page = word(item, "page"),
                            .rule = word(item, "rule"),
                            .message = word(item, "message"),
                            .reason = word(item, "reason")};
  }
  return {};
}

std::expected<void, Error> Baseline::write(const std::string &path) const {
  using Item = std::pair<std::string, Entry>;
  std::vector<Item> sorted(entries.begin(), entries.end());
  std::ranges::sort(sorted, {}, [](const Item &item) {
    return std::tie(item.second.page, item.second.rule, item.second.message, item.first);
  });
  Json findings = Json::array();
  for (const auto &[fingerprint, entry] : sorted) {
    Json item = {{"fingerprint", fingerprint},
                 {"page", entry.page},
                 {"rule", entry.rule},
                 {"message", entry.message}};
    if (!entry.reason.empty())
      item["reason"] = entry.reason;
    findings.push_back(std::move(item));
  }
  Json json = {{"version", 1}, {"findings", std::move(findings)}};
  return writeAtomically(path, json.dump(1, ' ', false, Json::error_handler_t::replace) + "\n");
}

void Baseline::add(const Source &page, const Diagnostic &diagnostic) {
  entries[diagnostic.fingerprint] = {
      .page = page.title().empty() ? page.path() : page.title(),
      .rule = diagnostic.rule,
      .message = diagnostic.message,
      .reason = contains(diagnostic.fingerprint) ? entries[diagnostic.fingerprint].reason : ""};
}

void Baseline::keepOnly(const Baseline &found) {
  std::erase_if(entries, [&](const auto &entry) { return !found.contains(entry.first); });
}

} // namespace wikivet
