// SPDX-License-Identifier: MIT
#pragma once

#include "lint/diag/Threshold.h"
#include "lint/rule/Options.h"
#include "lint/rule/Registry.h"
#include "lint/support/Error.h"
#include "lint/support/Source.h"

#include <chrono>
#include <expected>
#include <filesystem>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace wikivet {

/// A word of a configuration and where it stands ("path:line", or "--select").
struct Selector {
  std::string text;
  std::string origin;
};

/// What a configuration says of one rule.
struct RuleSetting {
  std::optional<Severity> severity;
  std::string severityOrigin;
  struct Option {
    OptionValue value;
    std::string origin;
  };
  std::map<std::string, Option> options;
};

/// A set of choices; a later layer counts more than an earlier one.
struct Layer {
  bool replaces = false; ///< `select` is all that is wanted, whatever earlier layers select
  std::vector<Selector> select;
  std::vector<Selector> ignore;
  std::map<std::string, RuleSetting> rules; ///< by rule name
};

/// A layer for some pages. Every list that is not empty must have something that fits.
struct Override {
  std::vector<std::string> paths;  ///< globs
  std::vector<std::string> titles; ///< globs
  std::vector<int64_t> namespaces;
  std::vector<std::string> wikis; ///< ids or languages
  Layer layer;
};

/// A configuration: layers of presets, files and the command line, in the order in which they
/// count.
struct Config {
  std::vector<Layer> layers; ///< the last is that of the command line
  std::vector<Override> overrides;
  std::optional<Selector> wiki; ///< id, language, or path of a data file
  std::optional<Threshold> failOn;
  std::optional<std::chrono::year_month_day> today; ///< for ages; that of the run if none is given
  std::optional<Selector> baseline;                 ///< a path
  std::optional<Selector> suppressions;             ///< a path
};

/// A mistake in a configuration file.
struct LocatedError {
  std::shared_ptr<const Source> source;
  Problem problem;
};

/// A configuration file that was read.
struct ConfigFile {
  std::shared_ptr<const Source> source;
  std::filesystem::path folder; ///< that paths in it are relative to
};

/// The nearest `.wikivet.yaml` in a folder or above it.
std::optional<std::filesystem::path> findConfig(const std::filesystem::path &folder);

/// Folders and files of rules that a configuration names in `rule-paths`, those of the files it
/// extends included. Mistakes are passed over: addConfig() reports them.
std::vector<std::string> rulePathsOf(const ConfigFile &file);

/// Adds what a configuration file says, after the presets and files that it extends. False, with
/// errors added, if anything in it is wrong.
bool addConfig(const ConfigFile &file, const Registry &registry, Config &config,
               std::vector<LocatedError> &errors);

/// Adds a preset by name, as `extends: [recommended]` does. `origin` is who asks.
bool addPreset(std::string_view name, const Registry &registry, Config &config,
               std::vector<LocatedError> &errors);

/// Names of the presets, sorted.
std::vector<std::string> presetNames();

/// What the registry knows of a selector: itself, or what a preset of this name selects. Empty if
/// there is neither.
std::vector<std::string> knownSelectors(const std::string &word, const Registry &registry);

/// Adds `rule.option=value`, as `--set` gives it; an error with a suggestion if it is wrong.
std::expected<void, Error> addSetting(std::string_view text, const Registry &registry,
                                      Layer &layer);

/// What a command line or a request itself chooses: selectors, of which none in `select` means that
/// nothing is chosen, and settings as for addSetting(). An error with a suggestion if they name
/// what is not there.
std::expected<Layer, Error> layerOf(const std::vector<std::string> &select,
                                    const std::vector<std::string> &ignore,
                                    const std::vector<std::string> &settings,
                                    const Registry &registry);

} // namespace wikivet
