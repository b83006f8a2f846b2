// SPDX-License-Identifier: MIT
#pragma once

namespace wikivet {

/// While it lives, the first SIGINT or SIGTERM is noted rather than obeyed, so that a run can end
/// in an orderly way; the second ends the program as usual. One at a time.
class Interrupt {
public:
  Interrupt();
  ~Interrupt();
  Interrupt(const Interrupt &) = delete;
  Interrupt &operator=(const Interrupt &) = delete;

  bool isRequested() const;
};

} // namespace wikivet
