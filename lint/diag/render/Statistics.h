// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/render/Renderer.h"

#include <memory>
#include <string_view>

namespace wikivet {

/// Whether a summary can be written in a format: full (as text), json or csv.
bool isStatisticsFormat(std::string_view format);

/// Counts findings instead of writing them: by rule, by severity, and by page for the pages with
/// the most. Takes constant memory however many pages there are.
std::unique_ptr<Renderer> makeStatisticsRenderer(std::string_view format, RenderOptions options,
                                                 Renderer::Sink sink);

} // namespace wikivet
