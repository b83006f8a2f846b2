// SPDX-License-Identifier: MIT
#include "lint/cli/Interrupt.h"

#include <csignal>

namespace wikivet {

// A handler of signals can tell of them by nothing else.
static volatile std::sig_atomic_t wasInterrupted = 0;

static void setHandler(int signal, void (*handler)(int)) {
  struct sigaction action = {};
  action.sa_handler = handler;
  action.sa_flags = SA_RESETHAND | SA_RESTART;
  sigaction(signal, &action, nullptr);
}

Interrupt::Interrupt() {
  wasInterrupted = 0;
  for (int signal : {SIGINT, SIGTERM})
    setHandler(signal, [](int) { wasInterrupted = 1; });
}

Interrupt::~Interrupt() {
  for (int signal : {SIGINT, SIGTERM})
    setHandler(signal, SIG_DFL);
}

bool Interrupt::isRequested() const { return wasInterrupted != 0; }

} // namespace wikivet
