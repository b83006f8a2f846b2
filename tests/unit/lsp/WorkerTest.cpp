// SPDX-License-Identifier: MIT
#include "lint/lsp/Worker.h"

#include <gtest/gtest.h>

#include <future>

namespace wikivet::lsp {
namespace {

using std::chrono::milliseconds;

/// Work that runs until it is told to stop, or the promise is kept.
struct Blocker {
  std::promise<void> started, release;
  bool wasStopped = false;

  Worker::Work work() {
    return [this](const std::stop_token &stop) {
      started.set_value();
      std::future<void> released = release.get_future();
      while (released.wait_for(milliseconds(1)) != std::future_status::ready &&
             !stop.stop_requested()) {
      }
      wasStopped = stop.stop_requested();
    };
  }
};

TEST(LspWorker, CancelsWhatWaitsAndWhatRuns) {
  Blocker blocker;
  std::promise<void> done;
  bool cancelledRan = false;
  Worker worker;
  worker.add("first", "", blocker.work());
  worker.add("second", "", [&](const std::stop_token &) { cancelledRan = true; });
  worker.add("third", "", [&](const std::stop_token &) { done.set_value(); });
  blocker.started.get_future().wait();
  EXPECT_EQ(worker.cancel("second"), Worker::Found::Waiting);
  EXPECT_EQ(worker.cancel("second"), Worker::Found::Nothing);
  EXPECT_EQ(worker.cancel("first"), Worker::Found::Running);
  done.get_future().wait();
  EXPECT_TRUE(blocker.wasStopped);
  EXPECT_FALSE(cancelledRan);
}

TEST(LspWorker, LaterWorkOfANameTakesThePlaceOfEarlier) {
  std::string order;
  std::promise<void> done;
  Worker worker;
  worker.addLater("a", "", milliseconds(100'000), [&](const std::stop_token &) { order += '1'; });
  worker.addLater("b", "", milliseconds(20), [&](const std::stop_token &) {
    order += 'b';
    done.set_value();
  });
  worker.addLater("a", "", milliseconds(0), [&](const std::stop_token &) { order += '2'; });
  done.get_future().wait();
  EXPECT_EQ(order, "2b");
}

TEST(LspWorker, WhatIsWaitedForGoesFirst) {
  Blocker blocker;
  std::string order;
  std::promise<void> done;
  Worker worker;
  worker.add("first", "group", blocker.work());
  blocker.started.get_future().wait();
  worker.addLater("later", "", milliseconds(0), [&](const std::stop_token &) {
    order += 'l';
    done.set_value();
  });
  worker.add("now", "", [&](const std::stop_token &) { order += 'n'; });
  worker.stopRunning("other");
  worker.stopRunning("group");
  done.get_future().wait();
  EXPECT_TRUE(blocker.wasStopped);
  EXPECT_EQ(order, "nl");
}

TEST(LspWorker, EndsWhileSomethingRuns) {
  Blocker blocker;
  bool ran = false;
  {
    Worker worker;
    worker.add("first", "", blocker.work());
    worker.add("second", "", [&](const std::stop_token &) { ran = true; });
    blocker.started.get_future().wait();
  }
  EXPECT_TRUE(blocker.wasStopped);
  EXPECT_FALSE(ran);
}

} // namespace
} // namespace wikivet::lsp
