// SPDX-License-Identifier: MIT
#include "lint/cli/Interrupt.h"

#include <atomic>
#include <csignal>

namespace wikivet {

// A handler of signals can tell of them by nothing else.
static std::atomic<bool> wasInterrupted = false;
static_assert(std::atomic<bool>::is_always_lock_free);

/// Leaves a signal alone that is to be ignored, as in the background jobs of scripts.
static void replaceHandler(int signal, void (*handler)(int)) {
  struct sigaction action = {}, old = {};
  if (sigaction(signal, nullptr, &old) != 0 || old.sa_handler == SIG_IGN)
    return;
  action.sa_handler = handler;
  action.sa_flags = static_cast<int>(SA_RESETHAND | SA_RESTART);
  sigaction(signal, &action, nullptr);
}

Interrupt::Interrupt() {
  wasInterrupted = false;
  for (int signal : {SIGINT, SIGTERM})
    replaceHandler(signal, [](int) { wasInterrupted = true; });
}

Interrupt::~Interrupt() {
  for (int signal : {SIGINT, SIGTERM})
    replaceHandler(signal, SIG_DFL);
}

bool Interrupt::isRequested() const { return wasInterrupted; }

} // namespace wikivet
