// SPDX-License-Identifier: MIT
#include "lint/model/Document.h"

#include "lint/model/CellContents.h"
#include "lint/model/CountClaims.h"
#include "lint/model/HtmlFaults.h"
#include "lint/model/HtmlTree.h"
#include "lint/model/Prose.h"
#include "lint/model/References.h"
#include "lint/model/SchemaCalls.h"
#include "lint/model/Sections.h"
#include "lint/model/Tables.h"
#include "lint/model/Templates.h"
#include "lint/model/Urls.h"

namespace wikivet {

Document::Document(const Source &source, const Wiki &wiki)
    : text(&source), site(&wiki), syntax(Tree::parse(source)) {}
Document::~Document() = default;

template <typename Model> const Model &Document::lazily(const Lazy<Model> &slot) const {
  return slot.get([&] { return std::make_unique<const Model>(*this); });
}

const TextIndex &Document::textIndex() const {
  return index.get([&] { return std::make_unique<const TextIndex>(text->text()); });
}

const Sections &Document::sections() const { return lazily(sectionModel); }
const Templates &Document::templates() const { return lazily(templateModel); }
const SchemaCalls &Document::schemaCalls() const { return lazily(schemaCallModel); }
const Tables &Document::tables() const { return lazily(tableModel); }
const CellContents &Document::cellContents() const { return lazily(cellContentModel); }
const References &Document::references() const { return lazily(referenceModel); }
const Urls &Document::urls() const { return lazily(urlModel); }
const Prose &Document::prose() const { return lazily(proseModel); }
const HtmlTree &Document::htmlTree() const { return lazily(htmlTreeModel); }
const HtmlFaults &Document::htmlFaults() const { return lazily(htmlFaultModel); }
const CountClaims &Document::countClaims() const { return lazily(countClaimModel); }

} // namespace wikivet
