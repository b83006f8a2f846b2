// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Wiki.h"
#include "lint/support/Source.h"
#include "lint/support/TextIndex.h"
#include "lint/syntax/Tree.h"

#include <memory>

namespace wikivet {

class CellContents;
class HtmlFaults;
class HtmlTree;
class CountClaims;
class Prose;
class References;
class SchemaCalls;
class Sections;
class Tables;
class Templates;
class Urls;

/// One page being linted: its text, its tree, and models of what the markup means. A model is
/// built when it is first asked for and then kept. Used by one thread.
class Document {
public:
  /// Both must outlive the document.
  Document(const Source &source, const Wiki &wiki);
  ~Document();
  Document(const Document &) = delete;
  Document &operator=(const Document &) = delete;

  const Source &source() const { return *text; }
  const Tree &tree() const { return syntax; }
  const Wiki &wiki() const { return *site; }
  const TextIndex &textIndex() const;

  const Sections &sections() const;
  const Templates &templates() const;
  const SchemaCalls &schemaCalls() const;
  const Tables &tables() const;
  const CellContents &cellContents() const;
  const References &references() const;
  const Urls &urls() const;
  const Prose &prose() const;
  const HtmlTree &htmlTree() const;
  const HtmlFaults &htmlFaults() const;
  const CountClaims &countClaims() const;

private:
  template <typename Model> const Model &lazily(std::unique_ptr<const Model> &slot) const;

  const Source *text;
  const Wiki *site;
  Tree syntax;
  mutable std::unique_ptr<const TextIndex> index;
  mutable std::unique_ptr<const Sections> sectionModel;
  mutable std::unique_ptr<const Templates> templateModel;
  mutable std::unique_ptr<const SchemaCalls> schemaCallModel;
  mutable std::unique_ptr<const Tables> tableModel;
  mutable std::unique_ptr<const CellContents> cellContentModel;
  mutable std::unique_ptr<const References> referenceModel;
  mutable std::unique_ptr<const Urls> urlModel;
  mutable std::unique_ptr<const Prose> proseModel;
  mutable std::unique_ptr<const HtmlTree> htmlTreeModel;
  mutable std::unique_ptr<const HtmlFaults> htmlFaultModel;
  mutable std::unique_ptr<const CountClaims> countClaimModel;
};

} // namespace wikivet
