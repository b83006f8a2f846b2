// SPDX-License-Identifier: MIT
#include "lint/engine/Cache.h"

#include "lint/engine/Linter.h"
#include "lint/model/CitationDate.h"
#include "lint/rule/OptionReader.h"
#include "lint/support/AtomicFile.h"
#include "lint/support/InputFile.h"

#include <fmt/format.h>
#include <nlohmann/json.hpp>
#include <xxhash.h>

#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string_view>
#include <system_error>

namespace wikivet {

namespace fs = std::filesystem;
using Cbor = nlohmann::json;

namespace {

/// Reading an entry takes as long as linting a page of this many bytes.
constexpr size_t shortestPage = 2048;

/// https://bford.info/cachedir/: tells other programs, backups for one, and remove() what this is.
constexpr std::string_view tagName = "CACHEDIR.TAG";
constexpr std::string_view tagText =
    "Signature: 8a477f597d28d172789f06886806bc55\n"
    "# Findings of wikivet. 'wikivet clean' removes this folder.\n";

/// An entry's name: so many of the hash's digits for its folder, and the rest.
constexpr size_t groupDigits = 2, entryDigits = 30;

bool isHex(std::string_view text, size_t digits) {
  return text.size() == digits && text.find_first_not_of("0123456789abcdef") == text.npos;
}

/// 32 hexadecimal digits. Texts that are split in another way have another hash.
std::string hashOf(std::initializer_list<std::string_view> texts) {
  XXH3_state_t *state = XXH3_createState();
  XXH3_128bits_reset(state);
  for (std::string_view text : texts) {
    uint64_t size = text.size();
    XXH3_128bits_update(state, &size, sizeof size);
    XXH3_128bits_update(state, text.data(), text.size());
  }
  XXH128_hash_t hash = XXH3_128bits_digest(state);
  XXH3_freeState(state);
  return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

Cbor spanJson(Span span) { return Cbor::array({span.begin, span.end}); }

Span spanOf(const Cbor &json) {
  return {.begin = json.at(0).get<uint32_t>(), .end = json.at(1).get<uint32_t>()};
}

Cbor toJson(const Diagnostic &diagnostic) {
  Cbor related = Cbor::array(), fixes = Cbor::array();
  for (const Related &place : diagnostic.related)
    related.push_back(Cbor::array({spanJson(place.span), place.message}));
  for (const Fix &fix : diagnostic.fixes) {
    Cbor edits = Cbor::array();
    for (const Edit &edit : fix.edits)
      edits.push_back(Cbor::array({spanJson(edit.span), edit.text}));
    fixes.push_back(Cbor::array({fix.title, fix.safe, std::move(edits)}));
  }
  return Cbor::array({diagnostic.rule, static_cast<int>(diagnostic.severity),
                      spanJson(diagnostic.span), diagnostic.message, std::move(related),
                      std::move(fixes), diagnostic.fingerprint});
}

Diagnostic fromJson(const Cbor &json) {
  Diagnostic diagnostic{.rule = json.at(0).get<std::string>(),
                        .severity = static_cast<Severity>(json.at(1).get<int>()),
                        .span = spanOf(json.at(2)),
                        .message = json.at(3).get<std::string>(),
                        .related = {},
                        .fixes = {},
                        .fingerprint = json.at(6).get<std::string>()};
  for (const Cbor &place : json.at(4))
    diagnostic.related.push_back(
        {.span = spanOf(place.at(0)), .message = place.at(1).get<std::string>()});
  for (const Cbor &fix : json.at(5)) {
    diagnostic.fixes.push_back(
        {.title = fix.at(0).get<std::string>(), .safe = fix.at(1).get<bool>(), .edits = {}});
    for (const Cbor &edit : fix.at(2))
      diagnostic.fixes.back().edits.push_back(
          {.span = spanOf(edit.at(0)), .text = edit.at(1).get<std::string>()});
  }
  return diagnostic;
}

/// Nothing if there is no such file, or it is not what write() made.
std::optional<std::vector<Diagnostic>> readEntry(const fs::path &path) {
  auto text = InputFile::readWhole(path.string());
  if (!text)
    return std::nullopt;
  try {
    std::vector<Diagnostic> diagnostics;
    for (const Cbor &item : Cbor::from_cbor(*text))
      diagnostics.push_back(fromJson(item));
    return diagnostics;
  } catch (const Cbor::exception &) {
    return std::nullopt;
  }
}

} // namespace

std::vector<Diagnostic> Cache::lint(const Source &source, const Ruleset &ruleset) {
  if (source.text().size() < shortestPage || !source.title().empty())
    return wikivet::lint(source, ruleset);
  fs::path entry = entryOf(source, ruleset);
  if (auto known = readEntry(entry))
    return std::move(*known);
  std::vector<Diagnostic> diagnostics = wikivet::lint(source, ruleset);
  // That a rule took too long may be otherwise the next time.
  if (std::ranges::find(diagnostics, ruleFailureId, &Diagnostic::rule) != diagnostics.end())
    return diagnostics;
  Cbor json = Cbor::array();
  for (const Diagnostic &diagnostic : diagnostics)
    json.push_back(toJson(diagnostic));
  std::string text;
  Cbor::to_cbor(json, text);
  std::error_code error;
  if (fs::create_directories(entry.parent_path(), error) && !fs::exists(folder / tagName, error))
    (void)writeAtomically((folder / tagName).string(), tagText);
  (void)writeAtomically(entry.string(), text);
  return diagnostics;
}

std::string Cache::rulesetKey(const Ruleset &ruleset) {
  std::lock_guard lock(guard);
  std::string &key = keys[&ruleset];
  if (!key.empty())
    return key;
  std::string rules;
  for (const EnabledRule &rule : ruleset.rules()) {
    rules += fmt::format("{}\x1e{}\x1e", rule.spec->name, severityName(rule.severity));
    for (const auto &[name, value] : rule.options.all()) {
      const auto *list = std::get_if<StringList>(&value);
      rules += fmt::format("{}\x1e{}\x1e", name,
                           list ? fmt::format("{}", fmt::join(list->items, "\x1f"))
                                : printOptionValue(value));
    }
  }
  key = hashOf({context, rules, ruleset.wiki().id, isoDate(ruleset.today())});
  return key;
}

fs::path Cache::entryOf(const Source &source, const Ruleset &ruleset) {
  std::string hash = hashOf({rulesetKey(ruleset), source.path(), source.wiki(), source.text()});
  return folder / hash.substr(0, groupDigits) / hash.substr(groupDigits);
}

std::expected<uintmax_t, Error> Cache::remove(const fs::path &folder) {
  std::error_code error;
  if (!fs::exists(folder, error))
    return 0;
  auto tag = InputFile::readWhole((folder / tagName).string());
  if (!tag || *tag != tagText)
    return std::unexpected(
        Error{fmt::format("{}: this is no cache of wikivet, so it stays", folder.string())});
  // Nothing else is touched, wherever somebody may have told us to keep the cache.
  uintmax_t entries = 0;
  std::vector<fs::path> groups;
  for (const fs::directory_entry &group : fs::directory_iterator(folder, error))
    if (group.is_directory(error) && isHex(group.path().filename().string(), groupDigits))
      groups.push_back(group.path());
  for (const fs::path &group : groups) {
    std::vector<fs::path> files;
    for (const fs::directory_entry &file : fs::directory_iterator(group, error))
      // What an interrupted run left has more behind the digits.
      if (isHex(file.path().filename().string().substr(0, entryDigits), entryDigits))
        files.push_back(file.path());
    for (const fs::path &file : files)
      entries += fs::remove(file, error);
    fs::remove(group, error);
  }
  fs::remove(folder / tagName, error);
  fs::remove(folder, error);
  return entries;
}

} // namespace wikivet
