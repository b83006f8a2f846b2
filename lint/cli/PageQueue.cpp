// SPDX-License-Identifier: MIT
#include "lint/cli/PageQueue.h"

#include "lint/cli/Commands.h"
#include "lint/input/Multistream.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <unistd.h>

namespace wikivet {

namespace fs = std::filesystem;

PageQueue::PageQueue(const std::vector<std::string> &paths, const PageOptions &options,
                     bool isTerminalFree)
    : limit(options.limit),
      isFiltered(!options.namespaces.empty() || !options.titles.empty() ||
                 !options.titleRegex.empty() || options.revisions != PageOptions().revisions) {
  std::vector<Error> errors;
  files = expandPaths(paths, errors);
  if (!options.index.empty() && files.size() != 1)
    errors.push_back({"--index: it is that of one dump, so name one"});
  auto filter = options.filter();
  if (filter)
    readOptions.filter = std::move(*filter);
  else
    errors.push_back(filter.error());
  readOptions.index = options.index;
  if (!options.resume.empty()) {
    auto opened = ResumeFile::open(options.resume, describeRun(options));
    if (opened) {
      resume = std::move(*opened);
      interrupt.emplace();
      finished = resume->start();
      file = finished.file;
      readOptions.done = finished.done;
    } else {
      errors.push_back(opened.error());
    }
  }
  for (const Error &error : errors)
    fail(error);
  // What can't be saved is better known before than after hours.
  save();
  // Options that say something else than was meant make the whole run worthless.
  if (!filter || (!options.resume.empty() && !resume) || !canSave ||
      (!options.index.empty() && files.size() != 1))
    files.clear();
  if (options.progress == "always" ||
      (options.progress == "auto" && isTerminalFree && isatty(STDERR_FILENO) != 0))
    bar.emplace(totalBytes());
}

std::string PageQueue::describeRun(const PageOptions &options) const {
  std::string result = options.describe();
  for (const std::string &path : files) {
    std::error_code error;
    uintmax_t size = fs::file_size(path, error);
    result += fmt::format(", {} ({})", path, error ? "?" : fmt::to_string(size));
    std::string index = options.index.empty() ? multistreamIndexOf(path) : options.index;
    if (!index.empty())
      result += fmt::format(" with {}", index);
  }
  return result;
}

std::optional<uint64_t> PageQueue::totalBytes() const {
  uint64_t total = 0;
  for (const std::string &path : files) {
    std::error_code error;
    total += fs::file_size(path, error);
    if (error)
      return std::nullopt;
  }
  return total;
}

std::unique_ptr<Source> PageQueue::next() {
  if ((limit && given == *limit) || (interrupt && interrupt->isRequested()))
    return nullptr;
  while (file < files.size()) {
    if (!stream) {
      auto opened = PageStream::open(files[file], readOptions);
      if (opened)
        stream = std::move(*opened);
      else
        fail(opened.error());
    }
    if (std::unique_ptr<Source> page = stream ? stream->next() : nullptr) {
      ++given;
      std::lock_guard lock(guard);
      inWork.push_back({.position = {.file = file, .done = stream->position()},
                        .textBytes = page->text().size(),
                        .fileBytes = bytesOfFiles + stream->bytesRead()});
      return page;
    }
    closeStream();
  }
  isComplete = true;
  if (given == 0 && isFiltered && !files.empty() && finished.file == 0 && finished.done.pages == 0)
    fail({"no page is one of those that --namespace, --title, --title-regex and --revisions ask "
          "for"});
  return nullptr;
}

void PageQueue::closeStream() {
  if (stream) {
    bytesOfFiles += stream->bytesRead();
    tellOmissions();
    if (const std::optional<Error> &error = stream->error())
      fail(*error);
    stream.reset();
  }
  ++file;
  readOptions.done = {};
}

void PageQueue::tellOmissions() {
  std::string omissions = stream->omissions();
  if (omissions.empty())
    return;
  std::lock_guard lock(guard);
  if (bar)
    bar->clear();
  fmt::print(stderr, "{}\n", omissions);
}

void PageQueue::finish() {
  std::lock_guard lock(guard);
  if (inWork.empty())
    return;
  const PageInWork &page = inWork.front();
  finished = page.position;
  ++progress.pages;
  progress.textBytes += page.textBytes;
  progress.fileBytes = page.fileBytes;
  inWork.pop_front();
  if (bar)
    bar->show(progress);
  auto now = std::chrono::steady_clock::now();
  if (resume && now >= nextSave) {
    save();
    nextSave = now + std::chrono::seconds(1);
  }
}

void PageQueue::end(bool isPrinted) {
  if (stream)
    tellOmissions();
  if (bar)
    bar->clear();
  if (!resume || !isPrinted)
    return;
  if (isComplete && !hasFailed) {
    resume->remove();
    return;
  }
  save();
  if (interrupt && interrupt->isRequested())
    fail({"interrupted; the same command goes on from here"});
}

void PageQueue::save() {
  if (!resume || !canSave)
    return;
  // Only what is printed need not be printed again.
  bool isPrinted = flushOutput();
  auto saved = isPrinted ? resume->save(finished) : std::expected<void, Error>();
  if (isPrinted && saved)
    return;
  canSave = false;
  hasFailed = true;
  if (bar)
    bar->clear();
  if (!saved)
    reportFailure(saved.error());
}

void PageQueue::fail(const Error &error) {
  std::lock_guard lock(guard);
  if (bar)
    bar->clear();
  reportFailure(error);
  hasFailed = true;
}

} // namespace wikivet
