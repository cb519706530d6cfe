#pragma once

#include "sink.h"

#include <deque>
#include <memory>
#include <string>
#include <thread>
#include <vector>

enum class Level { Debug, Info, Error };

/// The level below which nothing is logged, for the whole process.
void setThreshold(Level level);
Level threshold();

/// Lines are queued and written by a thread of the logger's own.
class Logger {
public:
  Logger();
  ~Logger();
  Logger(const Logger &) = delete;
  Logger &operator=(const Logger &) = delete;

  void addSink(std::shared_ptr<Sink> sink);
  void log(Level level, std::string line);

  /// Returns when everything logged so far is written.
  void flush();

  struct Status {
    std::size_t sinks;
    unsigned dropped; ///< The queue was busy, or there was no sink.
  };
  Status status();

private:
  void drain();
  void writeBatch(std::deque<std::string> &batch);

  // Lock order: sinksMu_ is never taken with queueMu_ held.
  sys::Mutex queueMu_;
  sys::Condition queued_;
  sys::Condition drained_;
  std::deque<std::string> queue_;
  bool writing_ = false;
  bool stopping_ = false;

  sys::Mutex sinksMu_;
  std::vector<std::shared_ptr<Sink>> sinks_;

  sys::Mutex droppedMu_; // After sinksMu_.
  unsigned dropped_ = 0;

  std::thread writer_;
};
