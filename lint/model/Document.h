// SPDX-License-Identifier: MIT
#pragma once

#include "lint/model/Wiki.h"
#include "lint/support/Lazy.h"
#include "lint/support/Source.h"
#include "lint/support/TextIndex.h"
#include "lint/syntax/Tree.h"

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
/// built when it is first asked for and then kept. May be used by several threads.
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
  template <typename Model> const Model &lazily(const Lazy<Model> &slot) const;

  const Source *text;
  const Wiki *site;
  Tree syntax;
  Lazy<TextIndex> index;
  Lazy<Sections> sectionModel;
  Lazy<Templates> templateModel;
  Lazy<SchemaCalls> schemaCallModel;
  Lazy<Tables> tableModel;
  Lazy<CellContents> cellContentModel;
  Lazy<References> referenceModel;
  Lazy<Urls> urlModel;
  Lazy<Prose> proseModel;
  Lazy<HtmlTree> htmlTreeModel;
  Lazy<HtmlFaults> htmlFaultModel;
  Lazy<CountClaims> countClaimModel;
};

} // namespace wikivet
