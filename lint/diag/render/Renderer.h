// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/diag/Threshold.h"
#include "lint/support/Source.h"

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace wikivet {

/// What reports say of a rule besides its findings.
struct RuleInfo {
  std::string_view summary;
  std::string_view docs; ///< Markdown
  Severity severity = Severity::Warning;
  bool isCosmetic = false; ///< no reader sees what it is about
};

/// How findings of one revision of a page stand to the other revision.
enum class Change : uint8_t { None, Introduced, Persisting, Fixed };

/// Empty for None.
std::string_view changeName(Change change);

struct RenderOptions {
  bool color = false;
  /// Whether the formats for people show each of many findings of a rule on a page.
  bool showAll = false;
  /// From which severity on a finding makes the run fail.
  Threshold failOn;
  std::string version; ///< of the program
  /// What is known of a rule; nothing for ids that are no rule's. May be empty.
  std::function<std::optional<RuleInfo>(std::string_view rule)> describe;
};

/// Writes findings in one format. Pages come one by one, in input order, so that output streams.
class Renderer {
public:
  /// Takes a piece of output.
  using Sink = std::function<void(std::string_view)>;

  Renderer(RenderOptions options, Sink sink)
      : options(std::move(options)), write(std::move(sink)) {}
  virtual ~Renderer() = default;
  Renderer(const Renderer &) = delete;
  Renderer &operator=(const Renderer &) = delete;

  virtual void begin() {}
  /// The findings of one page, in order.
  virtual void page(const Source &source, std::span<const Diagnostic> diagnostics) = 0;
  /// After the last page.
  virtual void end() {}

  /// Where two revisions are compared: what the findings of the pages from now on are. A page comes
  /// with what is introduced first, so that it counts once.
  void setChange(Change next) { change = next; }
  /// Whether the format can say that findings are fixed; the others must not be given such ones.
  virtual bool tellsChange() const { return false; }

protected:
  std::optional<RuleInfo> describe(std::string_view rule) const {
    return options.describe ? options.describe(rule) : std::nullopt;
  }

  /// A message, and the title of the page behind it if the path doesn't say it: an export has many
  /// pages.
  static std::string withTitle(const Source &source, std::string_view message);

  /// Whether this is the first time that a page comes.
  bool isNewPage() const { return change == Change::None || change == Change::Introduced; }

  RenderOptions options;
  Sink write;
  Change change = Change::None;
};

/// Names of the formats, sorted: those of the files in formats/, in lower case.
const std::vector<std::string> &rendererNames();

/// A renderer by its format's name, which must be one of rendererNames().
std::unique_ptr<Renderer> makeRenderer(std::string_view format, RenderOptions options,
                                       Renderer::Sink sink);

/// A format of formats/, as the table made from that folder's files refers to it.
struct Format {
  std::string_view name;
  std::unique_ptr<Renderer> (*make)(RenderOptions, Renderer::Sink);
};
std::span<const Format> allFormats();

/// Defines what the generated table refers to, for the class `NameRenderer` of `Name.cpp`.
#define WIKIVET_FORMAT(Name)                                                                       \
  std::unique_ptr<Renderer> make##Name##Renderer(RenderOptions options, Renderer::Sink sink) {     \
    return std::make_unique<Name##Renderer>(std::move(options), std::move(sink));                  \
  }

} // namespace wikivet
