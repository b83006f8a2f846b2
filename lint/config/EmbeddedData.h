// SPDX-License-Identifier: MIT
#pragma once

#include "lint/rule/Embedded.h"
#include "lint/support/YamlImage.h"
#include "lint/support/YamlReader.h"

#include <fmt/format.h>

#include <cassert>
#include <memory>
#include <span>
#include <vector>

namespace wikivet {

/// The data files that are built in, each read by `load`, which gives null for a wrong one. None is
/// wrong in a program whose tests pass.
template <typename Data>
std::vector<std::shared_ptr<const Data>>
loadEmbedded(std::span<const EmbeddedFile> files,
             std::shared_ptr<const Data> (*load)(const YamlNode &, Problems &)) {
  std::vector<std::shared_ptr<const Data>> list;
  list.reserve(files.size());
  for (const EmbeddedFile &file : files) {
    Problems problems;
    std::shared_ptr<const Data> data = load(decodeYaml(file.image), problems);
    for (const Problem &problem : problems)
      fmt::print(stderr, "rules/{}/{}: {}\n", file.folder, file.name, problem.message);
    assert(data && "a built-in data file is wrong");
    if (data)
      list.push_back(std::move(data));
  }
  return list;
}

} // namespace wikivet
