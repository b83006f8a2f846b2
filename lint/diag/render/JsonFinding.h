// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Diagnostic.h"
#include "lint/diag/render/Renderer.h"
#include "lint/support/Source.h"

#include <nlohmann/json.hpp>

#include <string>

namespace wikivet {

using Json = nlohmann::ordered_json;

/// A finding as README.md describes it; `change` only if there is one.
Json jsonFinding(const Source &source, const Diagnostic &diagnostic, Change change);

/// On one line. Pages may hold any bytes, JSON may not: what is not UTF-8 becomes U+FFFD.
std::string dumpLine(const Json &json);

} // namespace wikivet
