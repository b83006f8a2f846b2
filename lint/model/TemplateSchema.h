// SPDX-License-Identifier: MIT
#pragma once

#include "lint/support/StringSet.h"
#include "lint/support/YamlWord.h"

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace wikivet {

/// What a parameter's value is.
enum class ValueType : uint8_t {
  Text,
  Title,
  Name, ///< of a person
  Work, ///< of a periodical, a site or a publisher
  Link, ///< title of a page
  Url,
  ArchiveUrl,
  Date,
  AccessDate, ///< a date on which a page of the web was looked at or copied
  Year,
  Page,
  Volume,
  Issue,
  Edition,
  Number,
  Arxiv,
  Asin,
  Bibcode,
  Doi,
  Isbn,
  Issn,
  Lccn,
  Oclc,
  OpenLibrary,
  Pmc,
};

/// The words for them in a schema's YAML.
inline constexpr YamlWord<ValueType> valueTypeWords[] = {{"text", ValueType::Text},
                                                         {"title", ValueType::Title},
                                                         {"name", ValueType::Name},
                                                         {"work", ValueType::Work},
                                                         {"link", ValueType::Link},
                                                         {"url", ValueType::Url},
                                                         {"archive-url", ValueType::ArchiveUrl},
                                                         {"date", ValueType::Date},
                                                         {"access-date", ValueType::AccessDate},
                                                         {"year", ValueType::Year},
                                                         {"page", ValueType::Page},
                                                         {"volume", ValueType::Volume},
                                                         {"issue", ValueType::Issue},
                                                         {"edition", ValueType::Edition},
                                                         {"number", ValueType::Number},
                                                         {"arxiv", ValueType::Arxiv},
                                                         {"asin", ValueType::Asin},
                                                         {"bibcode", ValueType::Bibcode},
                                                         {"doi", ValueType::Doi},
                                                         {"isbn", ValueType::Isbn},
                                                         {"issn", ValueType::Issn},
                                                         {"lccn", ValueType::Lccn},
                                                         {"oclc", ValueType::Oclc},
                                                         {"ol", ValueType::OpenLibrary},
                                                         {"pmc", ValueType::Pmc}};

/// A parameter that templates of a schema read.
struct SchemaParameter {
  /// The name that counts; `#` stands for a number, which may be left out.
  std::string name;
  ValueType type = ValueType::Text;
  std::vector<std::string> values; ///< the words that it may be; empty: any
  std::vector<std::string> with;   ///< parameters of which one must be given too; empty: none need
  int64_t most = 0;                ///< of a number: the greatest; 0: any
};

/// A parameter that was read once.
struct RenamedParameter {
  std::string name; ///< with `#` as above
  std::string to;   ///< what it is called now; empty if nothing replaces it
  std::map<std::string, std::string> values; ///< what its values are now; empty: the same
  std::string hint;                          ///< what to do if nothing replaces it
};

/// Which parameters a family of templates reads. Immutable while pages are linted.
class TemplateSchema {
public:
  std::string id;
  std::string language; ///< of the wikis that have the templates; empty: any
  /// Normalised names (normalizeTemplateName()) with the parameters that each needs.
  std::unordered_map<std::string, std::vector<std::string>, StringHash, std::equal_to<>> templates;
  std::vector<SchemaParameter> parameters;
  /// Names of parameters of which only one is read.
  std::vector<std::vector<std::string>> exclusive;
  std::vector<RenamedParameter> renamed;

  /// What a written name stands for; both null if the schema does not know it.
  struct Meaning {
    const SchemaParameter *parameter = nullptr;
    const RenamedParameter *renamed = nullptr;
    std::string number; ///< digits that stand where the name has `#`; empty if there are none
  };
  Meaning meaning(std::string_view written) const;

  /// Every name that can be written, `#` left out.
  std::vector<std::string> names() const;

  /// To be called when parameters and renamed are filled; `aliases` are other names of parameters,
  /// by index. A name given twice is returned.
  std::string index(const std::vector<std::vector<std::string>> &aliases);

private:
  struct Place {
    bool isRenamed;
    uint32_t index;
  };
  std::unordered_map<std::string, Place, StringHash, std::equal_to<>> places;
};

} // namespace wikivet
