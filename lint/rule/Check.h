// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/model/Document.h"
#include "lint/rule/Options.h"
#include "lint/rule/Suppression.h"
#include "lint/syntax/NodeKind.h"
#include "lint/syntax/Tree.h"

#include <bitset>
#include <chrono>
#include <initializer_list>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

namespace wikivet {

struct RuleSpec;

/// A set of node kinds.
class KindSet {
public:
  KindSet() = default;
  KindSet(std::initializer_list<NodeKind> kinds) {
    for (NodeKind kind : kinds)
      bits.set(static_cast<size_t>(kind));
  }
  static KindSet all() {
    KindSet set;
    set.bits.set();
    return set;
  }
  bool contains(NodeKind kind) const { return bits.test(static_cast<size_t>(kind)); }
  bool empty() const { return bits.none(); }
  KindSet &operator|=(const KindSet &other) {
    bits |= other.bits;
    return *this;
  }
  KindSet &operator&=(const KindSet &other) {
    bits &= other.bits;
    return *this;
  }
  friend bool operator==(const KindSet &, const KindSet &) = default;

private:
  std::bitset<nodeKindCount> bits;
};

/// A finding being put together; it is reported when the object dies, at the end of the statement:
///
///     ctx.report(node.span(), "conflict").arg("name", name).related(first, "first");
///
/// Message ids are those of the rule's YAML; `{name}` in a message is replaced by the argument.
class Finding {
public:
  using Arguments = std::vector<std::pair<std::string, std::string>>;

  Finding(class CheckContext &context, Span span, std::string_view messageId)
      : context(&context), messageId(messageId) {
    diagnostic.span = span;
  }
  ~Finding();
  Finding(const Finding &) = delete;
  Finding &operator=(const Finding &) = delete;

  Finding &arg(std::string_view name, std::string_view value);
  Finding &arg(std::string_view name, int64_t value);
  /// A second place, with a message of the rule; the message sees this finding's arguments.
  Finding &related(Span span, std::string_view id);
  /// A way to mend it; `safe` must agree with the rule's `fix:`.
  Finding &fix(std::string title, bool safe, std::vector<Edit> edits);

private:
  class CheckContext *context;
  std::string_view messageId;
  Arguments arguments;
  std::vector<std::pair<Span, std::string_view>> relatedIds;
  Diagnostic diagnostic;
};

/// What a check sees of the page, and where it reports to. One for each rule and document.
class CheckContext {
public:
  CheckContext(const Document &document, const RuleSpec &rule, Severity severity,
               std::chrono::year_month_day today, std::vector<Diagnostic> &sink)
      : page(&document), spec(&rule), level(severity), day(today), sink(&sink) {}

  const Document &document() const { return *page; }
  const RuleSpec &rule() const { return *spec; }
  /// The day from which ages are measured: that of the run, unless the configuration names one.
  std::chrono::year_month_day today() const { return day; }

  Finding report(Span span, std::string_view messageId) { return {*this, span, messageId}; }

  /// Says that two things were compared, whether or not they agree: a rule that finds nothing may
  /// have had nothing to look at.
  void countComparison() { ++compared; }
  uint64_t comparisons() const { return compared; }

private:
  friend class Finding;
  const Document *page;
  const RuleSpec *spec;
  Severity level;
  std::chrono::year_month_day day;
  std::vector<Diagnostic> *sink;
  uint64_t compared = 0;
};

/// The engine of a rule. A new instance is made for every document, so members need no reset and
/// no locks; make construction cheap (keep references to option values, which live longer).
/// visit() is called for every node of the kinds in interests(), in preorder, then finish() once.
class Check {
public:
  Check() = default;
  virtual ~Check() = default;
  Check(const Check &) = delete;
  Check &operator=(const Check &) = delete;

  /// Asked once for each document, before the walk: false if it holds nothing that visit() could
  /// report, so that no node need be visited. finish() is called all the same.
  virtual bool concerns(const Document & /*document*/) const { return true; }
  /// Asked once for each document, before the walk: of which the text of a node must hold one for
  /// visit() to do anything with it. Other nodes need not be visited. Must outlive the check.
  virtual std::span<const std::string_view> words() const { return {}; }
  /// Asked once for each document, before the walk. Checks that only use models have none.
  virtual KindSet interests() const { return {}; }
  virtual void visit(Node /*node*/, CheckContext & /*ctx*/) {}
  virtual void finish(CheckContext & /*ctx*/) {}
  /// Called last, when all findings of all rules have met the page's suppressions.
  virtual void review(std::span<const Suppression> /*suppressions*/, CheckContext & /*ctx*/) {}
};

/// Makes the check of a rule for one document. `rule` outlives the check.
using CheckFactory = std::unique_ptr<Check> (*)(const RuleSpec &rule, const Options &options);

/// Makes a check of a class that takes the rule's options, or nothing.
template <typename Class> std::unique_ptr<Check> makeCheckOf(const Options &options) {
  if constexpr (std::is_constructible_v<Class, const Options &>)
    return std::make_unique<Class>(options);
  else
    return std::make_unique<Class>();
}

/// Defines the factory that the generated table of built-in checks refers to. `id` is the rule's
/// file stem with '-' replaced by '_'. The class takes `(const Options &)` if the rule has options.
#define WIKIVET_CHECK(id, Class)                                                                   \
  namespace wikivet {                                                                              \
  std::unique_ptr<Check> makeCheck_##id(const RuleSpec & /*rule*/, const Options &options) {       \
    return makeCheckOf<Class>(options);                                                            \
  }                                                                                                \
  }

} // namespace wikivet
