// SPDX-License-Identifier: MIT
#include "lint/input/Multistream.h"

#include "lint/input/UnescapeXml.h"
#include "lint/support/InputFile.h"

#include <fmt/format.h>

#include <charconv>
#include <filesystem>
#include <vector>

namespace wikivet {

namespace fs = std::filesystem;

static bool isBzip2(const std::string &path) {
  constexpr std::string_view magic = "BZh";
  std::string begin;
  auto file = InputFile::open(path);
  return file && file->read(begin, magic.size()) && begin == magic;
}

std::string multistreamIndexOf(const std::string &dump) {
  std::string path = dump;
  size_t name = path.rfind("-multistream");
  size_t type = name == std::string::npos ? name : path.find(".xml", name);
  if (type == std::string::npos)
    return "";
  path.replace(type, 4, ".txt");
  path.insert(name + std::string_view("-multistream").size(), "-index");
  std::error_code error;
  // Its offsets are those of the dump as it was compressed.
  if (!isBzip2(dump))
    return "";
  if (fs::exists(path, error))
    return path;
  std::string unpacked = path.substr(0, path.rfind('.'));
  return fs::path(path).extension() != ".txt" && fs::exists(unpacked, error) ? unpacked : "";
}

namespace {

/// Titles have 255 bytes at most, which XML's escapes make longer.
constexpr size_t longestLine = 4096;
constexpr size_t longestHead = size_t{1} << 20;

/// Calls `handle` with each line of a stream, until it gives false. Ends at a line that is too
/// long, of which it gives the beginning.
template <typename Handle>
std::expected<void, Error> forEachLine(ByteStream &bytes, Handle handle) {
  constexpr size_t blockSize = size_t{1} << 18;
  std::string text;
  while (true) {
    size_t before = text.size();
    if (auto result = bytes.read(text, blockSize); !result)
      return result;
    bool isLast = text.size() == before;
    size_t begin = 0;
    for (size_t end = 0; (end = text.find('\n', begin)) != std::string::npos; begin = end + 1)
      if (!handle(std::string_view(text).substr(begin, end - begin)))
        return {};
    text.erase(0, begin);
    if (isLast || text.size() > longestLine) {
      if (!text.empty())
        handle(std::string_view(text));
      return {};
    }
  }
}

/// Streams that follow one another.
struct StreamRun {
  ByteRange range;
  uint64_t pagesBefore = 0;
};

/// What an index says of a dump.
struct IndexedStreams {
  ByteRange head; ///< of the dump, before the first stream of pages
  std::vector<StreamRun> runs;
};

/// The runs of streams of which the index says that they hold a page for which `wants` is true.
template <typename Wants>
std::expected<IndexedStreams, Error> findStreams(const std::string &index, uint64_t dumpSize,
                                                 Wants wants) {
  auto bytes = openBytes(index);
  if (!bytes)
    return std::unexpected(bytes.error());
  IndexedStreams result;
  std::vector<StreamRun> &runs = result.runs;
  uint64_t page = 0, stream = 0, pagesBefore = 0, lineNumber = 0;
  bool isWanted = false;
  std::optional<Error> problem;
  auto finishStream = [&](uint64_t end) {
    if (!isWanted)
      return;
    if (!runs.empty() && runs.back().range.end == stream)
      runs.back().range.end = end;
    else
      runs.push_back({.range = {.begin = stream, .end = end}, .pagesBefore = pagesBefore});
    isWanted = false;
  };
  auto read = forEachLine(**bytes, [&](std::string_view line) {
    ++lineNumber;
    uint64_t offset = 0;
    auto [end, error] = std::from_chars(line.data(), line.data() + line.size(), offset);
    size_t title = line.find(':', static_cast<size_t>(end - line.data()) + 1);
    if (error != std::errc() || end == line.data() + line.size() || *end != ':' ||
        title == std::string_view::npos || line.size() > longestLine || offset < stream ||
        offset >= dumpSize) {
      problem = Error{fmt::format("{}:{}: this is no line of the index of this dump: an offset in "
                                  "it, a page id and a title are expected, with colons between",
                                  index, lineNumber)};
      return false;
    }
    if (page == 0)
      result.head.end = offset;
    if (offset > stream) {
      finishStream(offset);
      stream = offset;
      pagesBefore = page;
    }
    isWanted = isWanted || wants(page, line.substr(title + 1));
    ++page;
    return true;
  });
  if (!read)
    return std::unexpected(read.error());
  if (!problem && page == 0)
    problem = Error{fmt::format("{}: this index has no line", index)};
  if (problem)
    return std::unexpected(*problem);
  finishStream(dumpSize);
  return result;
}

/// The head of an export and some runs of streams of it.
class DumpParts final : public ByteStream {
public:
  DumpParts(std::string dump, std::string head, std::vector<StreamRun> runs, bool hasTail)
      : dump(std::move(dump)), text(std::move(head)), runs(std::move(runs)), hasTail(hasTail) {}

  std::expected<void, Error> read(std::string &target, size_t limit) override {
    size_t before = target.size();
    while (target.size() == before) {
      if (!text.empty()) {
        target += text;
        text.clear();
        return {};
      }
      if (!bytes) {
        if (next == runs.size())
          return {};
        auto opened = openBytes(dump, runs[next++].range);
        if (!opened)
          return std::unexpected(opened.error());
        bytes = std::move(*opened);
      }
      if (auto result = bytes->read(target, limit); !result)
        return result;
      if (target.size() > before)
        return {};
      readBefore += bytes->bytesRead();
      bytes.reset();
      if (next == runs.size() && !hasTail)
        text = "</mediawiki>";
    }
    return {};
  }

  uint64_t bytesRead() const override { return readBefore + (bytes ? bytes->bytesRead() : 0); }

private:
  std::string dump;
  std::string text; ///< that comes before what the files hold
  std::vector<StreamRun> runs;
  bool hasTail;
  size_t next = 0;
  std::unique_ptr<ByteStream> bytes;
  uint64_t readBefore = 0;
};

/// What stands before the first page of an export.
std::expected<std::string, Error> readHead(const std::string &dump, ByteRange range) {
  std::string head;
  auto bytes = openBytes(dump, range);
  if (!bytes)
    return std::unexpected(bytes.error());
  for (size_t before = SIZE_MAX; head.size() <= longestHead && head.size() != before;) {
    before = head.size();
    if (auto result = (*bytes)->read(head, longestHead); !result)
      return std::unexpected(result.error());
  }
  if (!looksLikeExport(head) || head.size() > longestHead)
    return std::unexpected(Error{
        fmt::format("{}: this is no multistream dump, or the index is not that of it", dump)});
  return head;
}

} // namespace

std::expected<std::optional<DumpPart>, Error> openPart(const std::string &dump,
                                                       const std::string &index,
                                                       const PageFilter &filter,
                                                       PagePosition done) {
  if (filter.titles.empty() && done.pages == 0)
    return std::nullopt;
  std::error_code error;
  uint64_t size = fs::file_size(dump, error);
  if (error)
    return std::unexpected(Error{fmt::format("{}: {}", dump, error.message())});
  auto streams = findStreams(index, size, [&](uint64_t page, std::string_view title) {
    return filter.titles.empty() ? page >= done.pages : wantsTitle(filter, unescapeXml(title));
  });
  if (!streams)
    return std::unexpected(streams.error());
  auto head = readHead(dump, streams->head);
  if (!head)
    return std::unexpected(head.error());
  std::vector<StreamRun> &runs = streams->runs;
  uint64_t pagesBefore = runs.empty() || !filter.titles.empty() ? 0 : runs.front().pagesBefore;
  bool hasTail = !runs.empty() && runs.back().range.end == size;
  if (runs.empty())
    *head += "</mediawiki>";
  return DumpPart{.bytes =
                      std::make_unique<DumpParts>(dump, std::move(*head), std::move(runs), hasTail),
                  .pagesBefore = pagesBefore};
}

} // namespace wikivet
